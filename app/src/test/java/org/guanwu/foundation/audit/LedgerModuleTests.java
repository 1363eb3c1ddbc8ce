package org.guanwu.foundation.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.audit.domain.ExportReader;
import org.guanwu.foundation.shared.Matter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@GuanwuTest
class LedgerModuleTests {

    private final Ledger ledger;
    private final LedgerExports exports;
    private final JdbcClient jdbc;
    private final DataSource product;
    private final PlatformTransactionManager transactions;
    private final TransactionTemplate transaction;

    LedgerModuleTests(
            Ledger ledger,
            LedgerExports exports,
            JdbcClient jdbc,
            DataSource product,
            PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.exports = exports;
        this.jdbc = jdbc;
        this.product = product;
        this.transactions = transactions;
        this.transaction = new TransactionTemplate(transactions);
    }

    private final String type = "test-" + UUID.randomUUID();

    private Act act(long id) {
        return Act.bySystem("test.acted", new Matter(type, id), Map.of("文号", "云关综发〔2026〕" + id + "号"));
    }

    private void recordInOwnTransaction(Act act) {
        transaction.executeWithoutResult(s -> ledger.record(act));
    }

    private List<Long> recorded() {
        return jdbc.sql("select object_id from audit.ledger_entry where object_type = ? order by seq")
                .param(type)
                .query(Long.class)
                .list();
    }

    private ExportReader.Verdict verified() throws IOException {
        var file = new ByteArrayOutputStream();
        exports.write(file);
        return new ExportReader(Sm3.bouncyCastle()).verify(new ByteArrayInputStream(file.toByteArray()), null);
    }

    @Test
    void refusesAnActWithoutATransaction() {
        assertThatThrownBy(() -> ledger.record(act(1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsWhatItWasToldInTheOrderOfTheTransaction() throws IOException {
        transaction.executeWithoutResult(s -> {
            ledger.record(act(1).changing("旧", "新").inTheNameOf(77));
            ledger.record(act(2));
        });
        assertThat(recorded()).containsExactly(1L, 2L);
        var row = jdbc.sql("select * from audit.ledger_entry where object_type = ? and object_id = 1")
                .param(type)
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("before_digest", Sm3.bouncyCastle().hex("旧"))
                .containsEntry("after_digest", Sm3.bouncyCastle().hex("新"))
                .containsEntry("principal_id", 77L)
                .containsEntry("actor_name", "系统");
        assertThat(verified().isIntact()).isTrue();
    }

    @Test
    void rollbackLeavesNeitherEntryNorGap() throws IOException {
        recordInOwnTransaction(act(1));
        transaction.executeWithoutResult(s -> {
            ledger.record(act(2));
            s.setRollbackOnly();
        });
        assertThatThrownBy(() -> transaction.executeWithoutResult(s -> {
                    ledger.record(act(3));
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        recordInOwnTransaction(act(4));
        assertThat(recorded()).containsExactly(1L, 4L);
        assertThat(verified().isIntact()).isTrue();
    }

    @Test
    void anInnerTransactionHasItsOwnActs() {
        var inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(s -> {
            ledger.record(act(1));
            inner.executeWithoutResult(i -> ledger.record(act(2)));
            s.setRollbackOnly();
        });
        assertThat(recorded()).containsExactly(2L);
    }

    @Test
    void textsThatTheDatabaseCannotHoldAreMadeStorableBeforeTheyAreHashed() throws IOException {
        recordInOwnTransaction(Act.bySystem(
                "test.acted",
                new Matter(type, 5),
                Map.of(
                        "nul\0",
                        "a\0b",
                        "lone",
                        "\ud800x",
                        "emoji",
                        "😀",
                        "\uffee",
                        "1",
                        "\ud83d\ude00",
                        "2",
                        "长",
                        "字".repeat(5000))));
        assertThat(recorded()).containsExactly(5L);
        assertThat(verified().isIntact()).isTrue();
    }

    @Test
    void eightWritersMakeOneChainWithoutGap() throws Exception {
        int writers = 8;
        int each = 200;
        try (var pool = Executors.newFixedThreadPool(writers)) {
            var running = new ArrayList<Future<?>>();
            for (int w = 0; w < writers; w++) {
                long first = w * 1000L;
                running.add(pool.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        recordInOwnTransaction(act(first + i));
                    }
                }));
            }
            for (Future<?> writer : running) {
                writer.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
        assertThat(recorded()).hasSize(writers * each).doesNotHaveDuplicates();
        var span = jdbc.sql("select max(seq) - count(*) from audit.ledger_entry")
                .query(Long.class)
                .single();
        assertThat(span).isZero();
        assertThat(verified().broken()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.ledger_entry set act = 'x.y'",
                "update audit.ledger_entry set act = 'x.y' where false",
                "delete from audit.ledger_entry where seq = 1",
                "truncate audit.ledger_entry",
                "alter table audit.ledger_entry disable trigger all",
                "drop table audit.ledger_entry"
            })
    void theProductRoleCannotChangeAnEntry(String sql) throws SQLException {
        recordInOwnTransaction(act(1));
        try (var connection = product.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void theDatabaseRefusesAnEntryThatDoesNotContinueTheChain() throws SQLException {
        recordInOwnTransaction(act(1));
        String copy = "insert into audit.ledger_entry select %s, at, actor_id, actor_name, principal_id, unit_id,"
                + " unit_name, act, object_type, object_id, before_digest, after_digest, address, details, %s, hash"
                + " from audit.ledger_entry order by seq desc limit 1";
        for (String sql : List.of(
                copy.formatted("seq + 2", "hash"),
                copy.formatted("seq + 1", "previous_hash"),
                copy.formatted("-1", "hash"))) {
            try (var connection = product.getConnection();
                    var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(sql))
                        .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState())
                                .isEqualTo("23000"));
            }
        }
    }
}
