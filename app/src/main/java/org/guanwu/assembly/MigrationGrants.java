package org.guanwu.assembly;

import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** With an external database too, the product may use what the owner makes, and owns nothing. */
@Configuration(proxyBeanMethods = false)
class MigrationGrants {

    @Bean
    FlywayConfigurationCustomizer grantToProduct() {
        return flyway -> flyway.initSql(DatabaseRoles.grants());
    }
}
