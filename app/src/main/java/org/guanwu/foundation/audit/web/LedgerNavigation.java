package org.guanwu.foundation.audit.web;

import java.util.Set;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LedgerNavigation {

    @Bean
    NavEntry ledgerEntry() {
        return new NavEntry(NavEntry.Area.MAIN, 80, "ledger", "审计账", "/office/ledger", Set.of(Permission.LEDGER_READ));
    }
}
