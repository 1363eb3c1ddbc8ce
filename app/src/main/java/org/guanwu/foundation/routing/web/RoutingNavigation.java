package org.guanwu.foundation.routing.web;

import java.util.Set;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RoutingNavigation {

    static final String KEY = "route-templates";

    @Bean
    NavEntry routeTemplateEntry() {
        return new NavEntry(
                NavEntry.Area.ADMINISTRATION,
                60,
                KEY,
                "流程模板",
                TemplateController.PATH,
                Set.of(Permission.ROUTE_TEMPLATE_EDIT));
    }
}
