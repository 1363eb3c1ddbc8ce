package org.guanwu.assembly;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.AbstractTemplateView;
import org.springframework.web.servlet.view.AbstractUrlBasedView;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/** jte without a starter: none exists for this Spring Boot; view name {@code office/list} is {@code office/list.jte}. */
@Configuration(proxyBeanMethods = false)
class PageEngine {

    @Bean
    TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(ContentType.Html);
    }

    @Bean
    ViewResolver jteViewResolver(TemplateEngine engine) {
        var resolver = new UrlBasedViewResolver() {
            @Override
            protected AbstractUrlBasedView instantiateView() {
                return new JteView(engine);
            }

            @Override
            protected Class<?> requiredViewClass() {
                return JteView.class;
            }
        };
        resolver.setViewClass(JteView.class);
        resolver.setSuffix(".jte");
        resolver.setContentType("text/html;charset=UTF-8");
        resolver.setOrder(1);
        return resolver;
    }

    private static final class JteView extends AbstractTemplateView {

        private final TemplateEngine engine;

        JteView(TemplateEngine engine) {
            this.engine = engine;
        }

        @Override
        public boolean checkResource(Locale locale) {
            return engine.hasTemplate(template());
        }

        @Override
        protected void renderMergedTemplateModel(
                Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            // only what the template declares: jte refuses a map with other keys of the wrong type
            var declared = new HashMap<String, Object>();
            engine.getParamInfo(template()).keySet().forEach(name -> {
                if (model.containsKey(name)) {
                    declared.put(name, model.get(name));
                }
            });
            var output = new Utf8ByteOutput();
            engine.render(template(), declared, output);
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }

        private String template() {
            String url = getUrl();
            if (url == null) {
                throw new IllegalStateException("view without a template name");
            }
            return url;
        }
    }
}
