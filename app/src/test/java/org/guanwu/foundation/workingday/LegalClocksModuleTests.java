package org.guanwu.foundation.workingday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.Refusal;
import org.guanwu.foundation.workingday.LegalClocks.State;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@GuanwuTest
class LegalClocksModuleTests {

    private static final String REPLY = "disclosurerequest.reply";
    private static final String PROACTIVE = "publication.proactive";

    private final LegalClocks clocks;
    private final MovedDueDates moved;
    private final JdbcClient db;

    LegalClocksModuleTests(LegalClocks clocks, MovedDueDates moved, JdbcClient db) {
        this.clocks = clocks;
        this.moved = moved;
        this.db = db;
    }

    private static Matter matter() {
        return new Matter("test-matter", ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    @Test
    @DisplayName("条例第二十六条：签发之日起二十个工作日")
    void startsOnceHoweverOftenItIsAsked() {
        Matter matter = matter();
        var started = clocks.start(matter, PROACTIVE, day("2026-09-24"));
        assertThat(started.dueOn()).isEqualTo("2026-10-29");
        assertThat(started.article()).contains("第二十六条");
        assertThat(started.state()).isEqualTo(State.RUNNING);
        assertThat(clocks.start(matter, PROACTIVE, day("2026-09-24"))).isEqualTo(started);
        assertThatThrownBy(() -> clocks.start(matter, PROACTIVE, day("2026-09-25")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("2026-09-24");
        assertThat(eventsOf(matter)).isEqualTo(1);
        assertThat(actsOf(matter, "workingday.clock-started")).isEqualTo(1);
    }

    @Test
    @DisplayName("收到申请之日决定适用的版本：2019年5月14日十五个工作日，5月15日二十个")
    void theRuleSetFollowsTheDayOfReceipt() {
        assertThat(clocks.start(matter(), REPLY, day("2019-05-14")).dueOn()).isEqualTo("2019-06-04");
        assertThat(clocks.start(matter(), REPLY, day("2019-05-15")).dueOn()).isEqualTo("2019-06-13");
        assertThatThrownBy(() -> clocks.start(matter(), REPLY, day("2008-04-30")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    @DisplayName("条例第三十三条：停钟、恢复、延长；同一事件重复登记不重复计算")
    void suspendsResumesAndExtends() {
        Matter matter = matter();
        clocks.start(matter, REPLY, day("2026-09-24"));
        var suspended = clocks.suspend(matter, REPLY, day("2026-10-13"), "征求第三方意见");
        assertThat(suspended.state()).isEqualTo(State.SUSPENDED);
        assertThat(suspended.dueOn()).isNull();
        assertThat(suspended.remaining()).isNull();
        assertThat(clocks.suspend(matter, REPLY, day("2026-10-13"), "征求第三方意见")).isEqualTo(suspended);

        var resumed = clocks.resume(matter, REPLY, day("2026-10-19"), "第三方已答复");
        assertThat(resumed.dueOn()).isEqualTo("2026-11-04");
        assertThat(clocks.resume(matter, REPLY, day("2026-10-19"), "")).isEqualTo(resumed);

        var extended = clocks.extend(matter, REPLY, 20, day("2026-10-30"), "经负责人同意");
        assertThat(extended.dueOn()).isEqualTo("2026-12-02");
        assertThat(clocks.extend(matter, REPLY, 20, day("2026-10-30"), "")).isEqualTo(extended);
        assertThatThrownBy(() -> clocks.extend(matter, REPLY, 1, day("2026-11-02"), ""))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("不得超过 20");

        assertThat(eventsOf(matter)).isEqualTo(4);
        assertThat(moved.of(matter)).hasSize(3);
        assertThat(moved.of(matter).getLast().newDue()).isEqualTo("2026-12-02");
        assertThat(clocks.find(matter, REPLY)).contains(extended);
    }

    @Test
    @DisplayName("条例第三十条：补正后重新计算，先前的延长作废")
    void restartsAfterClarification() {
        Matter matter = matter();
        clocks.start(matter, REPLY, day("2026-09-24"));
        clocks.suspend(matter, REPLY, day("2026-09-28"), "补正");
        var restarted = clocks.restart(matter, REPLY, day("2026-10-22"), "收到补正");
        assertThat(restarted.dueOn()).isEqualTo("2026-11-19");
        assertThat(restarted.startedOn()).isEqualTo("2026-09-24");
        assertThat(clocks.extend(matter, REPLY, 20, day("2026-11-02"), "").dueOn())
                .isEqualTo("2026-12-17");
    }

    @Test
    void refusesWhatTheLimitDoesNotAllow() {
        Matter matter = matter();
        clocks.start(matter, PROACTIVE, day("2026-09-24"));
        assertThatThrownBy(() -> clocks.suspend(matter, PROACTIVE, day("2026-09-28"), ""))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("第二十六条");
        assertThatThrownBy(() -> clocks.extend(matter, PROACTIVE, 1, day("2026-09-28"), ""))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("不得延长");
        Matter request = matter();
        clocks.start(request, REPLY, day("2026-03-02"));
        assertThatThrownBy(() -> clocks.resume(request, REPLY, day("2026-03-03"), ""))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> clocks.suspend(request, REPLY, day("2026-04-20"), ""))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("届满");
        assertThatThrownBy(() -> clocks.start(matter(), "no.such.limit", day("2026-03-02")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> clocks.start(matter(), "secrecy.leak-report", day("2026-03-02")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> clocks.suspend(matter(), REPLY, day("2026-03-02"), ""))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void stopsOnceAndKeepsTheDateItWasMeasuredAgainst() {
        Matter matter = matter();
        clocks.start(matter, PROACTIVE, day("2026-09-24"));
        var stopped = clocks.stop(matter, PROACTIVE, day("2026-10-12"));
        assertThat(stopped.state()).isEqualTo(State.STOPPED);
        assertThat(stopped.dueOn()).isEqualTo("2026-10-29");
        assertThat(stopped.remaining()).isNull();
        assertThat(clocks.stop(matter, PROACTIVE, day("2026-10-12"))).isEqualTo(stopped);
        assertThatThrownBy(() -> clocks.stop(matter, PROACTIVE, day("2026-10-13")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> clocks.restart(matter, PROACTIVE, day("2026-10-13"), ""))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void eventsCannotBeChangedByTheProduct() {
        Matter matter = matter();
        clocks.start(matter, PROACTIVE, day("2026-09-24"));
        assertThatThrownBy(() -> db.sql("update workingday.clock_event set happened_on = '2020-01-01'")
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    private long eventsOf(Matter matter) {
        return db.sql("""
                        select count(*) from workingday.clock_event e join workingday.legal_clock c on c.id = e.clock_id
                         where c.matter_type = ? and c.matter_id = ?""").params(matter.type(), matter.id()).query(Long.class).single();
    }

    private long actsOf(Matter matter, String act) {
        return db.sql("select count(*) from audit.ledger_entry where object_type = ? and object_id = ? and act = ?")
                .params(matter.type(), matter.id(), act)
                .query(Long.class)
                .single();
    }
}
