package org.guanwu.foundation.audit.domain;

import org.guanwu.foundation.audit.Sm3;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Sm3 sm3() {
        return Sm3.bouncyCastle();
    }
}
