package org.guanwu.foundation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.guanwu.assembly.DatabaseRoles;
import org.guanwu.assembly.EmbeddedDatabase;
import org.guanwu.foundation.audit.domain.TestLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** What an administrator of the database server could do, on a server of its own. */
class LedgerTamperingTests {

    @Test
    void whoeverGetsRoundTheDatabaseIsFoundByTheChain(@TempDir Path directory) throws IOException, SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, false)) {
            DatabaseRoles.prepare(database.url("postgres"), database.superuser(), database.password(), "guanwu");
            Flyway.configure()
                    .dataSource(database.url("guanwu"), DatabaseRoles.OWNER, database.password())
                    .locations("classpath:db/migration/foundation/audit")
                    .initSql(DatabaseRoles.grants())
                    .load()
                    .migrate();
            var product =
                    new DriverManagerDataSource(database.url("guanwu"), DatabaseRoles.PRODUCT, database.password());
            var ledger = TestLedger.on(product);
            new TransactionTemplate(new DataSourceTransactionManager(product))
                    .executeWithoutResult(s -> TestLedger.fill(ledger, 30));
            assertThat(LedgerInspection.inspect(product).broken()).isNull();

            asSuperuser(database, "update audit.ledger_entry set actor_name = '王某' where seq = 12");
            assertThat(LedgerInspection.inspect(product).broken()).contains("第 12 条", "内容与本条摘要不符");
            asSuperuser(database, "update audit.ledger_entry set actor_name = '系统' where seq = 12");
            assertThat(LedgerInspection.inspect(product).broken()).isNull();

            asSuperuser(
                    database,
                    "update audit.ledger_entry set details = jsonb_set(details, '{n}', '\"改\"') where seq = 20");
            assertThat(LedgerInspection.inspect(product).broken()).contains("第 20 条");
            asSuperuser(database, "delete from audit.ledger_entry where seq = 7");
            assertThat(LedgerInspection.inspect(product).broken()).contains("第 7 条", "缺少");
            assertThat(new JdbcTemplate(product).queryForObject("select count(*) from audit.ledger_entry", Long.class))
                    .isEqualTo(29);
        }
    }

    private static void asSuperuser(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(database.url("guanwu"), database.superuser(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        }
    }
}
