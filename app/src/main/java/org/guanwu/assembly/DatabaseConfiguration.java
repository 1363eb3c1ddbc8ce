package org.guanwu.assembly;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The embedded database, unless {@code spring.datasource.url} names an external one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "guanwu.database", havingValue = "embedded", matchIfMissing = true)
class DatabaseConfiguration {

    static final String DATABASE = "guanwu";

    @Bean
    @ConditionalOnMissingBean
    EmbeddedDatabase embeddedDatabase(GuanwuSettings settings) throws IOException, SQLException {
        var database = EmbeddedDatabase.start(Path.of(settings.dataDir()), true);
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
    @FlywayDataSource
    DataSource ownerDataSource(EmbeddedDatabase database) {
        return new DriverManagerDataSource(database.url(DATABASE), DatabaseRoles.OWNER, database.password());
    }

    /** for tools that migrate without Spring: tests, restore */
    static Flyway flyway(DataSource owner) {
        return Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .initSql(DatabaseRoles.grants())
                .load();
    }
}
