package org.guanwu.foundation.numbering.web;

import java.util.Set;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NumberingNavigation {

    @Bean
    NavEntry numberRulesEntry() {
        return new NavEntry(
                NavEntry.Area.ADMINISTRATION,
                40,
                "number-rules",
                "编号规则",
                "/office/number-rules",
                Set.of(Permission.NUMBER_RULE_EDIT));
    }

    @Bean
    NavEntry numberRegisterEntry() {
        return new NavEntry(
                NavEntry.Area.ADMINISTRATION,
                41,
                "number-register",
                "编号台账",
                "/office/number-register",
                Set.of(Permission.NUMBER_RULE_EDIT, Permission.NUMBER_VOID, Permission.DOCUMENT_NUMBER));
    }
}
