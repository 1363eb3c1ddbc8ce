package org.guanwu.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The running application's own list of paths: a new one appears here by itself. */
@Component
class ServerPaths {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^/}]+}");

    private final Map<RequestMappingInfo, HandlerMethod> handlers;

    ServerPaths(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.handlers = mapping.getHandlerMethods();
    }

    record ServerPath(RequestMethod method, String pattern) implements Comparable<ServerPath> {

        String key() {
            return method + " " + pattern;
        }

        /** every variable of the path filled with this text */
        String filled(String value) {
            return VARIABLE.matcher(pattern).replaceAll(Matcher.quoteReplacement(value));
        }

        boolean hasVariable() {
            return VARIABLE.matcher(pattern).find();
        }

        @Override
        public int compareTo(ServerPath other) {
            int byPattern = pattern.compareTo(other.pattern);
            return byPattern != 0 ? byPattern : method.compareTo(other.method);
        }
    }

    private static boolean isOfATest(Class<?> type) {
        return type.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .endsWith("test-classes/");
    }

    List<ServerPath> list() {
        var paths = new ArrayList<ServerPath>();
        handlers.forEach((info, handler) -> {
            if (!handler.getBeanType().getName().startsWith("org.guanwu")
                    || handler.getBeanType().getSimpleName().equals("EdgeErrors")
                    || isOfATest(handler.getBeanType())) {
                return;
            }
            for (String pattern : info.getPatternValues()) {
                for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                    paths.add(new ServerPath(method, pattern));
                }
            }
        });
        return paths.stream().distinct().sorted().toList();
    }
}
