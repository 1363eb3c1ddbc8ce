package org.guanwu.foundation.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.guanwu.assembly.DatabaseRoles;
import org.guanwu.assembly.EmbeddedDatabase;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.LedgerInspection;
import org.guanwu.foundation.audit.Sm3;
import org.guanwu.foundation.shared.Matter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Prints what the ledger costs on a durable database (fsync on), one act to a transaction. */
@Tag("slow")
class LedgerThroughputTests {

    private static final int ACTS = 4000;

    @Test
    void manyWritersAreNotSlowerThanOne(@TempDir Path directory)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, true)) {
            DatabaseRoles.prepare(database.url("postgres"), database.superuser(), database.password(), "guanwu");
            Flyway.configure()
                    .dataSource(database.url("guanwu"), DatabaseRoles.OWNER, database.password())
                    .locations("classpath:db/migration/foundation/audit")
                    .initSql(DatabaseRoles.grants())
                    .load()
                    .migrate();
            var config = new HikariConfig();
            config.setJdbcUrl(database.url("guanwu"));
            config.setUsername(DatabaseRoles.PRODUCT);
            config.setPassword(database.password());
            config.setMaximumPoolSize(10);
            try (var pool = new HikariDataSource(config)) {
                var ledger = new ChainedLedger(
                        new LedgerRepository(JdbcClient.create(pool), new JdbcTemplate(pool)),
                        Sm3.bouncyCastle(),
                        Clock.systemUTC());
                var transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
                measure(ledger, transaction, 1, 500);
                double alone = measure(ledger, transaction, 1, ACTS);
                double together = measure(ledger, transaction, 8, ACTS / 8);
                long started = System.nanoTime();
                var report = LedgerInspection.inspect(pool);
                double verified = report.count() / ((System.nanoTime() - started) / 1e9);
                System.out.printf(
                        "ledger: %.0f acts/s by 1 writer, %.0f by 8; verified at %.0f entries/s%n",
                        alone, together, verified);
                assertThat(report.broken()).isNull();
                assertThat(report.count()).isEqualTo(500 + 2 * ACTS);
            }
        }
    }

    private static double measure(ChainedLedger ledger, TransactionTemplate transaction, int writers, int each)
            throws InterruptedException, ExecutionException {
        long started = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(writers)) {
            var running = new ArrayList<Future<?>>();
            for (int w = 0; w < writers; w++) {
                running.add(threads.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        long id = i;
                        transaction.executeWithoutResult(s -> ledger.record(Act.bySystem(
                                "officialdocument.signed",
                                new Matter("outgoing-document", id),
                                Map.of("文号", "云关综发〔2026〕" + id + "号", "意见", "同意"))));
                    }
                }));
            }
            for (Future<?> writer : running) {
                writer.get();
            }
        }
        return writers * each / ((System.nanoTime() - started) / 1e9);
    }
}
