package org.guanwu.foundation.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.routing.StartRoute;
import org.guanwu.foundation.shared.Matter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The same random sequences, each accepted command written to the real tables: no constraint may object, the tables
 * must equal the fold of the log at every prefix looked at, and the chain must hold.
 */
@GuanwuTest
class RandomRoutesOnTablesTests {

    private static final int COMPARE_EVERY = 60;

    private final RouteStore store;
    private final RouteLog log;
    private final RouteTables tables;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final AtomicLong commands = new AtomicLong();
    private final AtomicLong comparisons = new AtomicLong();

    RandomRoutesOnTablesTests(
            RouteStore store,
            RouteLog log,
            RouteTables tables,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.log = log;
        this.tables = tables;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    @DisplayName("随机序列写入真实表：约束不报错，日志折叠等于各表，链完整")
    void tablesEqualTheFoldOfTheLog() {
        int sequences = Integer.getInteger("guanwu.routing.sequences-on-tables", 3000);
        long first = Long.getLong("guanwu.routing.first-seed", 1);
        long begin = System.nanoTime();
        var broken = new ConcurrentSkipListMap<Long, String>();
        LongStream.range(first, first + sequences).parallel().forEach(seed -> {
            String message = broken.size() > 3 ? null : run(seed);
            if (message != null) {
                broken.put(seed, message);
            }
        });
        long millis = (System.nanoTime() - begin) / 1_000_000;
        System.out.printf(
                "routing on tables: %,d sequences, %,d commands written, %,d comparisons in %,d ms%n",
                sequences, commands.get(), comparisons.get(), millis);
        assertThat(broken).isEmpty();
    }

    /** One transaction for a sequence, taken back at its end: the tables are as real, and the disk stays small. */
    private @Nullable String run(long seed) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            var journal = new Written(seed);
            String message = Sequences.run(seed, Sequences.choices(seed), null, journal);
            if (message == null) {
                jdbc.execute("set constraints all immediate");
                journal.compare();
                message = log.findBrokenLink(journal.routeId)
                        .map(seq -> "chain broken at " + seq)
                        .orElse(null);
            }
            return message;
        });
    }

    private final class Written implements World.Journal {

        private final long seed;
        private long routeId;
        private byte @Nullable [] hash;
        private @Nullable Route route;
        private int written;

        Written(long seed) {
            this.seed = seed;
        }

        @Override
        public void accepted(@Nullable Route before, Decision decision) {
            if (before == null) {
                routeId = store.create(
                        request(decision.after()), "/1/", 1, decision.after().startedAt());
            }
            hash = store.append(routeId, hash, before, decision);
            route = decision.after();
            commands.incrementAndGet();
            if (++written % COMPARE_EVERY == 0) {
                compare();
            }
        }

        private StartRoute request(Route started) {
            return new StartRoute(
                    new Matter("random-route", seed),
                    started.outline().template(),
                    "随机",
                    "试",
                    "/",
                    0,
                    1,
                    Set.of(),
                    Map.of(),
                    null,
                    null,
                    null);
        }

        void compare() {
            comparisons.incrementAndGet();
            Route folded = Route.fold(log.read(routeId));
            Route now = Objects.requireNonNull(route);
            RouteRows real = tables.read(routeId);
            for (RouteRows.Table table : RouteRows.Table.values()) {
                Invariants.check(
                        real.of(table).equals(RouteRows.of(folded).of(table)),
                        table + " differs:\n " + real.of(table) + "\n "
                                + RouteRows.of(folded).of(table));
            }
            Invariants.check(
                    folded.steps().equals(now.steps())
                            && folded.tasks().equals(now.tasks())
                            && folded.opinions().equals(now.opinions())
                            && folded.choices().equals(now.choices())
                            && folded.readings().equals(now.readings())
                            && folded.version() == now.version(),
                    "the log read back folds to another state");
            Map<String, Object> head = jdbc.queryForMap(
                    "select status, is_unattended, version, log_seq, content_version, substantive_version"
                            + " from routing.route where id = ?",
                    routeId);
            Invariants.check(
                    List.copyOf(head.values())
                            .equals(List.of(
                                    now.status().name(),
                                    now.isUnattended(),
                                    now.version(),
                                    now.seq(),
                                    now.contentVersion(),
                                    now.substantiveVersion())),
                    "route row differs: " + head);
        }
    }
}
