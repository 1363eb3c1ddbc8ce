package org.guanwu.foundation.worklist.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.shared.Cursor;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.Page;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@GuanwuTest
class InboxQueryTests {

    private static final AtomicLong PEOPLE = new AtomicLong(8_000_000_000L + System.nanoTime() % 1_000_000 * 1_000);
    private static final LocalDate TODAY = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
    private static final DueWindow.Days DAYS = new DueWindow.Days(TODAY, TODAY.plusDays(5));

    private final InboxQuery inbox;
    private final InboxCounters counters;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    InboxQueryTests(InboxQuery inbox, InboxCounters counters, JdbcClient jdbc, TransactionTemplate transaction) {
        this.transaction = transaction;
        this.inbox = inbox;
        this.counters = counters;
        this.jdbc = jdbc;
    }

    @Test
    void eachFilterListsExactlyWhatItCountsForwardsAndBackwards() {
        Actor actor = filled(600);
        var buckets = counters.listBuckets(actor.personId());
        List<InboxFilter> filters = new ArrayList<>(List.of(
                InboxFilter.ALL,
                InboxFilter.ALL.withUrgentOnly(true),
                InboxFilter.ALL.withKind("会签"),
                InboxFilter.ALL.withKind("没有这一类"),
                InboxFilter.ALL.withPrincipal(actor.personId() + 1),
                InboxFilter.ALL.withPrincipal(actor.personId()),
                InboxFilter.ALL.withKind("会签").withUrgentOnly(true).withDue(DueWindow.LATER)));
        for (DueWindow window : DueWindow.values()) {
            filters.add(InboxFilter.ALL.withDue(window));
        }
        for (InboxFilter filter : filters) {
            List<PendingRow> forwards = walk(actor, filter, true);
            assertThat(forwards)
                    .as(filter.toString())
                    .hasSize(Math.toIntExact(InboxCounters.count(buckets, filter, actor.personId(), DAYS)))
                    .doesNotHaveDuplicates();
            assertThat(walk(actor, filter, false)).as(filter.toString()).isEqualTo(forwards);
        }
    }

    @Test
    void overdueComesFirstThenDueDateThenUrgencyAndUndatedLast() {
        List<PendingRow> rows = walk(filled(200), InboxFilter.ALL, true);
        for (int i = 1; i < rows.size(); i++) {
            PendingRow before = rows.get(i - 1);
            PendingRow after = rows.get(i);
            LocalDate dueBefore = before.dueOn() == null ? LocalDate.MAX : before.dueOn();
            LocalDate dueAfter = after.dueOn() == null ? LocalDate.MAX : after.dueOn();
            assertThat(dueBefore).isBeforeOrEqualTo(dueAfter);
            if (dueBefore.equals(dueAfter)) {
                assertThat(before.urgency()).isGreaterThanOrEqualTo(after.urgency());
            }
        }
    }

    @Test
    void nobodySeesAnotherPersonsRow() {
        Actor owner = filled(3);
        Actor other = actor(PEOPLE.addAndGet(10));
        assertThat(inbox.list(other, InboxFilter.ALL, DAYS, null, 50).rows()).isEmpty();
        assertThat(inbox.find(other, "bench:" + owner.personId() + ":1")).isEmpty();
        assertThat(inbox.find(owner, "bench:" + owner.personId() + ":1")).isPresent();
    }

    @Test
    void aPageIsOneRangeOfOneIndexAtAHundredThousandRowsThatTheStatisticsDoNotKnowYet() {
        Actor actor = filled(100_000);
        for (InboxFilter filter : List.of(
                InboxFilter.ALL,
                InboxFilter.ALL.withUrgentOnly(true),
                InboxFilter.ALL.withKind("会签"),
                InboxFilter.ALL.withPrincipal(actor.personId() + 1),
                InboxFilter.ALL.withDue(DueWindow.LATER),
                InboxFilter.ALL.withDue(DueWindow.NONE))) {
            Page<PendingRow> first = inbox.list(actor, filter, DAYS, null, 5_000);
            Page<PendingRow> middle = inbox.list(actor, filter, DAYS, first.next(), 50);
            for (String cursor : java.util.Arrays.asList(null, first.next(), middle.previous())) {
                String plan = explain(actor, filter, cursor);
                assertThat(plan)
                        .as("%s from %s", filter, cursor)
                        .contains("Index Scan")
                        .doesNotContain("Sort")
                        .doesNotContain("Bitmap")
                        .doesNotContain("Seq Scan");
                assertThat(buffers(plan)).as(plan).isLessThan(200);
            }
        }
        jdbc.sql("delete from worklist.pending_task where person_id = ?")
                .param(actor.personId())
                .update();
        assertThat(counters.count(actor.personId(), InboxTab.PENDING)).isZero();
    }

    @Test
    void aCursorOfAnotherListStartsAtTheBeginning() {
        Actor actor = filled(300);
        String overdue = inbox.list(actor, InboxFilter.ALL.withDue(DueWindow.OVERDUE), DAYS, null, 5)
                .next();
        InboxFilter undated = InboxFilter.ALL.withDue(DueWindow.NONE);
        assertThat(inbox.list(actor, undated, DAYS, overdue, 5)).isEqualTo(inbox.list(actor, undated, DAYS, null, 5));
    }

    @Test
    void aCursorThatIsNoneIsRefused() {
        Actor actor = actor(PEOPLE.addAndGet(10));
        for (String broken : List.of(
                "x",
                "%%%",
                Cursor.of("n"),
                Cursor.of("n", "a", "b", "c", "d"),
                Cursor.of("z", "2026-10-14", "0", "2026-10-14T00:00:00Z", "k"),
                Cursor.of("n", "+99999-10-14", "0", "2026-10-14T00:00:00Z", "k"),
                Cursor.of("n", "2026-10-14", "0", "+1000000000-12-31T23:59:59Z", "k"),
                Cursor.of("n", "2026-10-14", "0", "2026-10-14T00:00:00Z", "k\0"))) {
            assertThatThrownBy(() -> inbox.list(actor, InboxFilter.ALL, DAYS, broken, 50))
                    .as(broken)
                    .isInstanceOf(InvalidInput.class);
        }
    }

    private List<PendingRow> walk(Actor actor, InboxFilter filter, boolean isForwards) {
        var rows = new ArrayList<PendingRow>();
        Page<PendingRow> page = inbox.list(actor, filter, DAYS, null, 47);
        while (!isForwards && page.next() != null) {
            page = inbox.list(actor, filter, DAYS, page.next(), 47);
        }
        rows.addAll(page.rows());
        String on = isForwards ? page.next() : page.previous();
        while (on != null) {
            page = inbox.list(actor, filter, DAYS, on, 47);
            rows.addAll(isForwards ? rows.size() : 0, page.rows());
            on = isForwards ? page.next() : page.previous();
        }
        return rows;
    }

    private String explain(Actor actor, InboxFilter filter, String cursor) {
        var statement = InboxQuery.statement(
                actor.personId(), filter, DAYS, InboxQuery.within(filter.due(), DAYS, Keyset.parse(cursor, 4)), 51);
        return transaction.execute(status -> {
            inbox.readInIndexOrder();
            return String.join(
                    "\n",
                    jdbc.sql("explain (analyze, buffers, timing off, summary off) " + statement.sql())
                            .params(statement.parameters())
                            .query(String.class)
                            .list());
        });
    }

    private static int buffers(String plan) {
        String line =
                plan.lines().filter(l -> l.contains("Buffers:")).findFirst().orElseThrow();
        int sum = 0;
        for (String part : line.substring(line.indexOf("shared") + 7).split(" ")) {
            if (part.startsWith("hit=") || part.startsWith("read=")) {
                sum += Integer.parseInt(part.substring(part.indexOf('=') + 1));
            }
        }
        return sum;
    }

    private Actor filled(int count) {
        Actor actor = actor(PEOPLE.addAndGet(10));
        try {
            String fill = new ClassPathResource("bench/inbox-fill.sql").getContentAsString(StandardCharsets.UTF_8);
            jdbc.sql(fill.replace(":person", String.valueOf(actor.personId())).replace(":count", String.valueOf(count)))
                    .update();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return actor;
    }

    private static Actor actor(long personId) {
        return new Actor(personId, personId, "陈某", 1, "云州海关", "/1/", List.of(), "127.0.0.1");
    }
}
