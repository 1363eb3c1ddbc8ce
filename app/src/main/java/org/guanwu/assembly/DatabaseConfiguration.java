package org.guanwu.assembly;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The embedded database, unless {@code spring.datasource.url} names an external one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "guanwu.database", havingValue = "embedded", matchIfMissing = true)
class DatabaseConfiguration {

    static final String DATABASE = "guanwu";

    @Bean
    @ConditionalOnMissingBean
    EmbeddedDatabase embeddedDatabase(GuanwuSettings settings) throws IOException, SQLException {
        var database = EmbeddedDatabase.start(Path.of(settings.dataDir()), settings.durable());
        DatabaseRoles.prepare(database.url("postgres"), database.superuser(), database.password(), DATABASE);
        return database;
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(EmbeddedDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return DatabaseRoles.PRODUCT;
            }

            @Override
            public String getPassword() {
                return database.password();
            }

            @Override
            public String getJdbcUrl() {
                return database.url(DATABASE);
            }
        };
    }

    /** Migrations run as the owner, the product never does. */
    @Bean
    FlywayConnectionDetails flywayConnectionDetails(EmbeddedDatabase database) {
        return new FlywayConnectionDetails() {
            @Override
            public String getUsername() {
                return DatabaseRoles.OWNER;
            }

            @Override
            public String getPassword() {
                return database.password();
            }

            @Override
            public String getJdbcUrl() {
                return database.url(DATABASE);
            }
        };
    }
}
