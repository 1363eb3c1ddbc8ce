package org.guanwu.openness.gazetteimport.web;

import java.util.Set;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GazetteImportNavigation {

    @Bean
    NavEntry gazetteImportEntry() {
        return new NavEntry(
                NavEntry.Area.ADMINISTRATION,
                60,
                "gazette-imports",
                "导入历史文告",
                "/office/gazette-imports",
                Set.of(Permission.GAZETTE_IMPORT));
    }
}
