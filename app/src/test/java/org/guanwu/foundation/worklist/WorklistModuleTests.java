package org.guanwu.foundation.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.worklist.Worklist.PendingTask;
import org.guanwu.foundation.worklist.domain.InboxCounters;
import org.guanwu.foundation.worklist.domain.InboxTab;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@GuanwuTest
class WorklistModuleTests {

    private static final Instant AT = Instant.parse("2026-10-14T01:05:00Z");
    private static final List<String> KINDS = List.of("核稿", "会签", "签发");

    private final Worklist worklist;
    private final InboxCounters counters;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    WorklistModuleTests(Worklist worklist, InboxCounters counters, JdbcClient jdbc, TransactionTemplate transaction) {
        this.transaction = transaction;
        this.worklist = worklist;
        this.counters = counters;
        this.jdbc = jdbc;
    }

    @Test
    void countersEqualTheirListsAfterAnySequenceOfActs() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        long base = 7_000_000_000L + random.nextInt(1_000_000) * 100L;
        var keys = new ArrayList<String>();
        for (int i = 0; i < 400; i++) {
            act(random, base, keys, i);
            if (i % 97 == 0) {
                counters.fold(50);
            }
        }
        assertAgreement(base, seed);
        while (counters.fold(100) > 0) {
            continue;
        }
        assertAgreement(base, seed);
    }

    @Test
    void countersStayExactWhileManyWriteSomeFailAndOneFolds() throws InterruptedException, ExecutionException {
        long seed = System.nanoTime();
        long base = 7_500_000_000L + new Random(seed).nextInt(1_000_000) * 100L;
        var writers = new ArrayList<Callable<Integer>>();
        for (int w = 0; w < 8; w++) {
            int writer = w;
            writers.add(() -> write(base, writer, new Random(seed + writer)));
        }
        var isDone = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(9)) {
            var folding = threads.submit(() -> {
                while (!isDone.get()) {
                    counters.fold(3);
                }
            });
            for (Future<Integer> writer : threads.invokeAll(writers)) {
                assertThat(writer.get()).isEqualTo(60);
            }
            isDone.set(true);
            folding.get();
        }
        assertAgreement(base, seed);
    }

    /** each act touches two people's lists, in either order, as routes do */
    private int write(long base, int writer, Random random) {
        int acts = 0;
        for (int i = 0; i < 60; i++) {
            String key = "race:" + base + ":" + writer + ":" + i;
            String before = "race:" + base + ":" + writer + ":" + random.nextInt(i + 1);
            long first = base + random.nextInt(4);
            long second = base + random.nextInt(4);
            var matter = new Matter("race-" + writer, base + i);
            transaction.executeWithoutResult(status -> {
                worklist.end(before, "DONE", AT);
                worklist.open(task(key + "a", matter, first, random));
                worklist.open(task(key, matter, second, random));
                if (random.nextInt(5) == 0) {
                    status.setRollbackOnly();
                }
            });
            acts++;
        }
        return acts;
    }

    @Test
    void theProductCannotRewriteWhatWasDone() {
        for (String statement : List.of(
                "update worklist.completed_task set outcome = 'X'",
                "delete from worklist.completed_task",
                "update numbering.assigned_number set serial = 1",
                "delete from numbering.assigned_number",
                "update numbering.void_number set reason = 'X'",
                "truncate numbering.void_number")) {
            assertThatThrownBy(() -> jdbc.sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private void act(Random random, long base, List<String> keys, int i) {
        long person = base + random.nextInt(4);
        var matter = new Matter("test-matter", base + random.nextInt(12));
        String known = keys.isEmpty() ? "none" : keys.get(random.nextInt(keys.size()));
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> {
                String key = "test:" + base + ":" + (random.nextInt(10) == 0 ? 0 : i);
                keys.add(key);
                worklist.open(task(key, matter, person, random));
            }
            case 4, 5 -> worklist.end(known, "DONE", AT);
            case 6 -> worklist.markSeen(known, AT);
            case 7 -> worklist.freeze(matter, random.nextBoolean());
            case 8 -> worklist.relabel(matter, "改题" + i, random.nextInt(3), dueOn(random));
            case 9 -> worklist.circulate(matter, "传阅" + i, "/office/x", Set.of(person, base + 4), base, AT);
            case 10 -> worklist.confirmReading(matter, person, AT);
            default -> {
                if (random.nextInt(3) == 0) {
                    worklist.unfollow(person, matter);
                } else {
                    worklist.follow(person, matter, "关注" + i, "发文", "/office/x", AT);
                }
            }
        }
    }

    private void assertAgreement(long base, long seed) {
        for (long person = base; person < base + 4; person++) {
            assertThat(counters.count(person, InboxTab.PENDING))
                    .as("pending of %d, seed %d", person, seed)
                    .isEqualTo(rows("pending_task where not is_frozen and person_id = ", person))
                    .isEqualTo(counters.listBuckets(person).stream()
                            .mapToLong(InboxCounters.Bucket::count)
                            .sum());
            assertThat(counters.count(person, InboxTab.READING))
                    .as("reading of %d, seed %d", person, seed)
                    .isEqualTo(rows("pending_reading where read_at is null and person_id = ", person));
            assertThat(counters.count(person, InboxTab.COMPLETED))
                    .as("completed of %d, seed %d", person, seed)
                    .isEqualTo(rows("completed_task where person_id = ", person));
            assertThat(counters.count(person, InboxTab.FOLLOWED))
                    .as("followed of %d, seed %d", person, seed)
                    .isEqualTo(rows("followed_matter where person_id = ", person));
        }
    }

    private long rows(String tableAndCondition, long person) {
        return jdbc.sql("select count(*) from worklist." + tableAndCondition + "?")
                .param(person)
                .query(Long.class)
                .single();
    }

    private static PendingTask task(String key, Matter matter, long person, Random random) {
        return new PendingTask(
                key,
                matter,
                person,
                random.nextInt(4) == 0 ? person + 1 : person,
                KINDS.get(random.nextInt(KINDS.size())),
                "关于优化查验监管的通知",
                "发文·通知",
                "/office/outgoing-documents/" + matter.id(),
                random.nextInt(3),
                dueOn(random),
                null,
                "王某",
                AT.plusSeconds(random.nextInt(100_000)));
    }

    private static LocalDate dueOn(Random random) {
        return LocalDate.of(2026, 10, 1).plusDays(random.nextInt(40));
    }
}
