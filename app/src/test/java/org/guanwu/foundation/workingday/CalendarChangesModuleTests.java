package org.guanwu.foundation.workingday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.TestPeople;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.Refusal;
import org.guanwu.foundation.shared.StaleVersion;
import org.guanwu.foundation.workingday.domain.CalendarApproval;
import org.guanwu.foundation.workingday.domain.CalendarChange;
import org.guanwu.foundation.workingday.domain.CalendarChanges;
import org.guanwu.foundation.workingday.domain.CalendarDraft;
import org.guanwu.foundation.workingday.domain.CalendarPreviews;
import org.guanwu.foundation.workingday.domain.ListedDay;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Years far ahead, one for each test, so that no other test's due date moves. */
@GuanwuTest
class CalendarChangesModuleTests {

    private static final String REPLY = "disclosurerequest.reply";

    private final CalendarChanges changes;
    private final CalendarApproval approval;
    private final CalendarPreviews previews;
    private final LegalClocks clocks;
    private final WorkingDays workingDays;
    private final MovedDueDates moved;
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Actor drafter;
    private final Actor approver;
    private final Actor stranger;

    CalendarChangesModuleTests(
            CalendarChanges changes,
            CalendarApproval approval,
            CalendarPreviews previews,
            LegalClocks clocks,
            WorkingDays workingDays,
            MovedDueDates moved,
            JdbcClient db,
            TransactionTemplate transactions,
            TestPeople people) {
        this.changes = changes;
        this.approval = approval;
        this.previews = previews;
        this.clocks = clocks;
        this.workingDays = workingDays;
        this.moved = moved;
        this.db = db;
        this.transactions = transactions;
        var customs = people.authority("云州海关");
        drafter = people.actor(people.person("江某", customs.id(), "BUSINESS_ADMINISTRATOR"));
        approver = people.actor(people.person("魏某", customs.id(), "BUSINESS_ADMINISTRATOR"));
        stranger = people.actor(people.person("王某", customs.id(), "DRAFTER"));
    }

    private static CalendarDraft year(int year, int daysOff) {
        var days = new ArrayList<CalendarDraft.Day>();
        LocalDate date = LocalDate.of(year, 3, 1);
        while (days.size() < daysOff) {
            if (date.getDayOfWeek().getValue() < 6) {
                days.add(new CalendarDraft.Day(date, ListedDay.Kind.OFF, "试验节", "days"));
            }
            date = date.plusDays(1);
        }
        return draft(CalendarChange.Kind.YEAR, year, days);
    }

    private static CalendarDraft draft(CalendarChange.Kind kind, int year, List<CalendarDraft.Day> days) {
        return new CalendarDraft(kind, year, "试发〔" + (year - 1) + "〕1号", "关于" + year + "年安排的通知", "", null, "", days);
    }

    private Matter clockFrom(LocalDate start) {
        var matter = new Matter("test-matter", ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
        clocks.start(matter, REPLY, start);
        return matter;
    }

    private int approve(long id) {
        var change = changes.get(id);
        return approval.approve(
                approver, id, change.version(), previews.preview(change).revision());
    }

    private long submitted(CalendarDraft draft) {
        long id = changes.draft(drafter, UUID.randomUUID(), draft);
        changes.submit(drafter, id, changes.get(id).version());
        return id;
    }

    @Test
    void anApprovedNoticeMovesOpenClocksAndTheLedgerSaysWhy() {
        Matter matter = clockFrom(LocalDate.of(2041, 2, 25));
        Matter untouched = clockFrom(LocalDate.of(2041, 6, 3));
        LocalDate before = clocks.find(matter, REPLY).orElseThrow().dueOn();
        assertThat(clocks.find(matter, REPLY).orElseThrow().isProvisional()).isTrue();

        long id = submitted(year(2041, 11));
        var preview = previews.preview(changes.get(id));
        assertThat(preview.moves())
                .filteredOn(m -> m.matter().equals(matter))
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.oldDue()).isEqualTo(before);
                    assertThat(m.newDue()).isAfter(before);
                });
        assertThat(preview.moves()).noneMatch(m -> m.matter().equals(untouched));
        assertThat(preview.days()).hasSize(11);
        assertThat(workingDays.isPublished(LocalDate.of(2041, 1, 1))).isFalse();

        assertThat(approve(id)).isPositive();

        var after = clocks.find(matter, REPLY).orElseThrow();
        assertThat(after.dueOn())
                .isEqualTo(workingDays.dueDate(LocalDate.of(2041, 2, 25), 20))
                .isAfter(before);
        assertThat(after.isProvisional()).isFalse();
        assertThat(workingDays.isPublished(LocalDate.of(2041, 1, 1))).isTrue();
        assertThat(why(matter, "workingday.due-date-recomputed")).contains("试发〔2040〕1号", "2041-03-01放假");
        assertThat(why(untouched, "workingday.due-date-confirmed")).contains("试发〔2040〕1号");
        assertThat(moved.of(matter)).singleElement().satisfies(m -> {
            assertThat(m.oldDue()).isEqualTo(before);
            assertThat(m.newDue()).isEqualTo(after.dueOn());
            assertThat(m.reason()).contains("试发〔2040〕1号");
        });
        assertThat(moved.of(untouched)).isEmpty();
        assertThat(approval.approve(approver, id, 1, 0)).as("pressed twice").isZero();
    }

    @Test
    void rollBackIsItselfApprovedAndRestoresTheDates() {
        Matter matter = clockFrom(LocalDate.of(2042, 2, 25));
        LocalDate before = clocks.find(matter, REPLY).orElseThrow().dueOn();
        long id = submitted(year(2042, 12));
        approve(id);
        assertThat(clocks.find(matter, REPLY).orElseThrow().dueOn()).isAfter(before);

        UUID command = UUID.randomUUID();
        long rollBack = changes.draftRollBack(drafter, command, id, "通知文本录错");
        assertThat(changes.draftRollBack(drafter, command, id, "通知文本录错")).isEqualTo(rollBack);
        assertThatThrownBy(() -> changes.draftRollBack(drafter, UUID.randomUUID(), id, "再来"))
                .isInstanceOf(Refusal.class);
        approve(rollBack);

        assertThat(changes.get(id).status()).isEqualTo(CalendarChange.Status.ROLLED_BACK);
        assertThat(workingDays.isPublished(LocalDate.of(2042, 1, 1))).isFalse();
        assertThat(clocks.find(matter, REPLY).orElseThrow().dueOn()).isEqualTo(before);
        assertThat(clocks.find(matter, REPLY).orElseThrow().isProvisional()).isTrue();
        assertThat(moved.of(matter)).hasSize(2);
        assertThat(moved.of(matter).getLast().reason()).startsWith("回退");
    }

    @Test
    void aCorrectionChangesSingleDates() {
        approve(submitted(year(2043, 11)));
        LocalDate sunday = LocalDate.of(2043, 3, 1);
        assertThat(workingDays.isWorkingDay(sunday)).isFalse();
        approve(submitted(draft(
                CalendarChange.Kind.CORRECTION,
                2043,
                List.of(
                        new CalendarDraft.Day(sunday, ListedDay.Kind.WORK, "试验节", "days"),
                        new CalendarDraft.Day(LocalDate.of(2043, 3, 2), ListedDay.Kind.ORDINARY, "", "days")))));
        assertThat(workingDays.isWorkingDay(sunday)).isTrue();
        assertThat(workingDays.isWorkingDay(LocalDate.of(2043, 3, 2))).isTrue();
        assertThat(workingDays.isWorkingDay(LocalDate.of(2043, 3, 3))).isFalse();
    }

    @Test
    void nobodyApprovesHisOwnChangeAndNobodyWithoutTheRightDrafts() {
        long id = submitted(year(2044, 11));
        var change = changes.get(id);
        long revision = previews.preview(change).revision();
        assertThatThrownBy(() -> approval.approve(drafter, id, change.version(), revision))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("起草人不能复核");
        assertThatThrownBy(() -> approval.approve(stranger, id, change.version(), revision))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> changes.draft(stranger, UUID.randomUUID(), year(2044, 11)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> approval.approve(approver, id, change.version(), revision - 1))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> approval.approve(approver, id, change.version() + 1, revision))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> changes.submit(approver, id, change.version())).isInstanceOf(Refusal.class);

        assertThatThrownBy(() -> changes.sendBack(approver, id, change.version(), " "))
                .isInstanceOf(InvalidInput.class);
        changes.sendBack(approver, id, change.version(), "漏录端午");
        assertThat(changes.get(id).status()).isEqualTo(CalendarChange.Status.DRAFT);
        assertThat(changes.get(id).returnedNote()).isEqualTo("漏录端午");
        changes.discard(drafter, id, changes.get(id).version());
        changes.discard(drafter, id, 1);
        assertThatThrownBy(() -> approve(id)).isInstanceOf(Refusal.class);
    }

    @Test
    void whatCameWithTheProductIsCorrectedNotRolledBack() {
        long shipped = changes.listOfYear(2026).getLast().id();
        assertThatThrownBy(() -> changes.draftRollBack(drafter, UUID.randomUUID(), shipped, "x"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("更正");
    }

    @Test
    void theSameArrangementAgainMakesNoDifference() {
        long id = changes.draft(drafter, UUID.randomUUID(), year(2047, 11));
        changes.submit(drafter, id, 1);
        approve(id);
        long again = changes.draft(drafter, UUID.randomUUID(), year(2047, 11));
        var preview = previews.preview(changes.get(again));
        assertThat(preview.days()).isEmpty();
        assertThat(preview.moves()).isEmpty();
        assertThat(preview.warnings()).anyMatch(w -> w.contains("没有差别"));
        UUID command = UUID.randomUUID();
        assertThat(changes.draft(drafter, command, year(2047, 12)))
                .isEqualTo(changes.draft(drafter, command, year(2047, 12)));
    }

    @Test
    void everyFaultOfADraftIsNamedAtOnce() {
        var day = new CalendarDraft.Day(LocalDate.of(2045, 1, 1), ListedDay.Kind.OFF, "", "rows[0]");
        var outside = new CalendarDraft.Day(LocalDate.of(2047, 1, 1), ListedDay.Kind.OFF, "元旦", "rows[1]");
        var draft = new CalendarDraft(
                CalendarChange.Kind.YEAR, 2045, " ", "", "ftp://x", null, "", List.of(day, day, outside));
        assertThatThrownBy(() -> changes.draft(drafter, UUID.randomUUID(), draft))
                .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.problems())
                        .extracting(InvalidInput.FieldProblem::field)
                        .contains("noticeNumber", "title", "address", "rows[0]", "rows[1]"));
    }

    @Test
    void manyClocksMoveInBatchesAndTwoApproversAtOnceMoveThemOnce() throws Exception {
        int many = 450;
        var matters = new ArrayList<Matter>();
        transactions.executeWithoutResult(status -> {
            for (int i = 0; i < many; i++) {
                matters.add(clockFrom(LocalDate.of(2046, 2, 20)));
            }
        });
        long id = submitted(year(2046, 11));
        var change = changes.get(id);
        var preview = previews.preview(change);
        assertThat(preview.moves()).hasSizeGreaterThanOrEqualTo(many);
        long started = System.nanoTime();
        var pressed = new ArrayList<CompletableFuture<Integer>>();
        for (int i = 0; i < 2; i++) {
            pressed.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return approval.approve(approver, id, change.version(), preview.revision());
                } catch (StaleVersion lateOne) {
                    return 0;
                }
            }));
        }
        int moves = pressed.get(0).get() + pressed.get(1).get();
        System.out.printf("%d due dates moved in %d ms%n", moves, (System.nanoTime() - started) / 1_000_000);
        assertThat(moves).isGreaterThanOrEqualTo(many);
        for (Matter matter : matters) {
            assertThat(moved.of(matter)).hasSize(1);
        }
        long entries = db.sql("""
                        select count(*) from audit.ledger_entry where act = 'workingday.due-date-recomputed'
                           and object_id = any (?)""")
                .param(matters.stream().map(Matter::id).toArray(Long[]::new))
                .query(Long.class)
                .single();
        assertThat(entries).isEqualTo(many);
    }

    private String why(Matter matter, String act) {
        return db.sql("""
                        select details ->> 'why' from audit.ledger_entry
                         where object_type = ? and object_id = ? and act = ?""")
                .params(matter.type(), matter.id(), act)
                .query(String.class)
                .single();
    }
}
