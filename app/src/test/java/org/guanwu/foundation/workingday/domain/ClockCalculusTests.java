package org.guanwu.foundation.workingday.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.workingday.ClockEvent;
import org.guanwu.foundation.workingday.ClockReckoning;
import org.guanwu.foundation.workingday.LimitUnit;
import org.guanwu.foundation.workingday.ReckonedDay;
import org.guanwu.foundation.workingday.ReckonedDay.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockCalculusTests {

    private final ClockCalculus calculus = new ClockCalculus(ShippedCalendar.load());

    @ParameterizedTest(name = "{0} + {1} 个工作日 = {2}：{3}")
    @CsvSource(textBlock = """
            2008-05-04, 15, 2008-05-23, 条例2007版第二十四条；星期日调休上班之日收到
            2008-09-26, 15, 2008-10-22, 条例2007版第二十四条；跨2008年国庆
            2019-05-14, 15, 2019-06-04, 条例2007版的最后一天
            2019-05-15, 20, 2019-06-13, 条例第三十三条：2019版第一天
            2019-05-15, 40, 2019-07-11, 条例第三十三条：二十加二十
            2020-01-20, 20, 2020-02-25, 春节延长至2月2日
            2021-02-09,  7, 2021-02-24, 条例第三十条：补正跨春节
            2023-09-27, 20, 2023-10-31, 中秋国庆八天
            2024-02-08, 20, 2024-03-13, 2024年春节
            2025-09-29, 20, 2025-11-03, 国庆中秋八天
            2025-01-27, 20, 2025-03-03, 2025年春节
            2025-12-31, 20, 2026-01-29, 跨年
            2026-02-13, 20, 2026-03-19, 2026年春节九天
            2026-09-24, 20, 2026-10-29, 中秋加国庆
            2026-09-24, 15, 2026-10-22, 条例第三十二条：第三方意见
            """)
    void goldenTable(LocalDate received, int amount, LocalDate due, String note) {
        assertThat(due(amount, LimitUnit.WORKING_DAY, received)).as(note).isEqualTo(due);
    }

    @Test
    @DisplayName("条例第三十三条第三款：征求第三方意见的时间不计算在内")
    void suspensionTakesOutTheDaysAfterItUpToAndWithItsEnd() {
        var reckoning = reckon(20, "2026-09-24", suspended("2026-10-13"), resumed("2026-10-19"));
        assertThat(reckoning.due()).isEqualTo("2026-11-04");
        assertThat(kindOn(reckoning, "2026-10-13")).isEqualTo(Kind.WORKDAY);
        assertThat(kindOn(reckoning, "2026-10-14")).isEqualTo(Kind.SUSPENDED);
        assertThat(kindOn(reckoning, "2026-10-17")).isEqualTo(Kind.WEEKEND);
        assertThat(kindOn(reckoning, "2026-10-19")).isEqualTo(Kind.SUSPENDED);
        assertThat(kindOn(reckoning, "2026-10-20")).isEqualTo(Kind.WORKDAY);
    }

    @Test
    @DisplayName("条例第三十条：补正的，自收到补正申请之日起重新计算；此前的停钟和延长不再算")
    void restartVoidsWhatCameBefore() {
        var reckoning = reckon(
                20,
                "2026-09-24",
                suspended("2026-09-28"),
                resumed("2026-10-20"),
                ClockEvent.extended(5, null),
                restarted("2026-10-22"),
                ClockEvent.extended(10, null));
        assertThat(reckoning.due()).isEqualTo(due(30, LimitUnit.WORKING_DAY, LocalDate.parse("2026-10-22")));
        assertThat(reckoning.total()).isEqualTo(30);
        assertThat(kindOn(reckoning, "2026-09-24")).isEqualTo(Kind.BEFORE_RESTART);
        assertThat(kindOn(reckoning, "2026-10-22")).isEqualTo(Kind.RESTART);
    }

    @Test
    void restartEndsAnOpenSuspension() {
        var reckoning = reckon(7, "2026-03-02", suspended("2026-03-03"), restarted("2026-03-10"));
        assertThat(reckoning.state()).isEqualTo(ClockReckoning.State.RUNNING);
        assertThat(reckoning.due()).isEqualTo("2026-03-19");
    }

    @Test
    void whileSuspendedThereIsNoDueDate() {
        var reckoning = reckon(20, "2026-09-24", suspended("2026-09-28"));
        assertThat(reckoning.state()).isEqualTo(ClockReckoning.State.SUSPENDED);
        assertThat(reckoning.due()).isNull();
        assertThat(reckoning.isProvisional()).isFalse();
        assertThat(reckoning.days()).hasSize(5);
    }

    @ParameterizedTest(name = "{0} + {1} {2} = {3}：{4}")
    @CsvSource(textBlock = """
            2026-01-31,  1, MONTH,        2026-02-28, 民法典第二百零二条：没有对应日的为月末日；该日调休上班
            2026-01-30,  1, MONTH,        2026-02-28, 2月28日（周六）调休上班，不顺延
            2025-01-31,  1, MONTH,        2025-02-28, 月末日
            2026-08-31,  1, MONTH,        2026-09-30, 月末日
            2026-07-01,  3, MONTH,        2026-10-08, 民法典第二百零三条：国庆顺延
            2024-02-29,  1, YEAR,         2025-02-28, 闰日无对应日
            2006-05-01, 20, YEAR,         2026-05-06, 劳动节顺延
            2026-09-24,  7, CALENDAR_DAY, 2026-10-08, 10月1日顺延至假期后
            2026-09-24,  1, CALENDAR_DAY, 2026-09-28, 中秋顺延
            2026-03-02, 15, CALENDAR_DAY, 2026-03-17, 信访工作条例第二十二条
            2026-10-05,  5, CALENDAR_DAY, 2026-10-10, 调休上班的周六不顺延
            """)
    void calendarUnits(LocalDate start, int amount, LimitUnit unit, LocalDate due, String note) {
        assertThat(due(amount, unit, start)).as(note).isEqualTo(due);
    }

    @Test
    void suspensionsAddTheirCalendarDays() {
        var reckoning = calculus.reckon(
                10, LimitUnit.CALENDAR_DAY, at("2026-03-02"), List.of(suspended("2026-03-05"), resumed("2026-03-10")));
        assertThat(reckoning.due()).isEqualTo("2026-03-17");
        assertThat(counted(reckoning)).hasSize(10);
        assertThat(due(1, LimitUnit.MONTH, LocalDate.parse("2026-03-02"), "2026-03-05", "2026-03-10"))
                .isEqualTo("2026-04-07");
    }

    @Test
    @DisplayName("民法典第二百零三条：顺延的日子列出而不计入")
    void rolledDaysAreListedAndNotCounted() {
        var reckoning = calculus.reckon(7, LimitUnit.CALENDAR_DAY, at("2026-09-24"), List.of());
        assertThat(counted(reckoning)).hasSize(7);
        assertThat(reckoning.days().getLast().date()).isEqualTo("2026-10-08");
        assertThat(reckoning.days().getLast().kind()).isEqualTo(Kind.ROLLED_OVER);
    }

    @Test
    @DisplayName("国办发〔2016〕80号：五小时、二十四小时按实际小时计算，节假日不顺延")
    void hoursKnowNoCalendar() {
        var reckoning = calculus.reckon(24, LimitUnit.HOUR, LocalDateTime.parse("2026-09-30T22:15"), List.of());
        assertThat(reckoning.dueAt()).isEqualTo("2026-10-01T22:15");
        assertThat(reckoning.isProvisional()).isFalse();
        var paused = calculus.reckon(
                5,
                LimitUnit.HOUR,
                LocalDateTime.parse("2026-09-30T22:00"),
                List.of(
                        new ClockEvent(ClockEvent.Type.SUSPENDED, LocalDateTime.parse("2026-09-30T23:00"), 0),
                        new ClockEvent(ClockEvent.Type.RESUMED, LocalDateTime.parse("2026-10-01T01:30"), 0)));
        assertThat(paused.dueAt()).isEqualTo("2026-10-01T05:30");
    }

    @Test
    void aYearWithoutAnArrangementIsProvisional() {
        assertThat(reckon(20, "2026-12-10").isProvisional()).isTrue();
        assertThat(reckon(15, "2026-12-10").isProvisional()).isFalse();
        assertThat(reckon(1, "2006-12-20").isProvisional()).isTrue();
        assertThat(reckon(5, "2006-12-31").isProvisional()).isFalse();
        assertThat(calculus.reckon(4, LimitUnit.MONTH, at("2026-10-10"), List.of())
                        .isProvisional())
                .isTrue();
    }

    @Test
    void anExpiredLimitIsNotRevived() {
        LocalDate due = due(5, LimitUnit.WORKING_DAY, LocalDate.parse("2026-03-02"));
        assertThat(due(5, LimitUnit.WORKING_DAY, LocalDate.parse("2026-03-02"), "2026-03-20", "2026-03-25"))
                .isEqualTo(due);
        var open = reckon(5, "2026-03-02", suspended("2026-03-20"));
        assertThat(open.state()).isEqualTo(ClockReckoning.State.SUSPENDED);
        assertThat(counted(open)).hasSize(5);
        assertThat(open.days().getLast().kind()).isEqualTo(Kind.EXPIRED);
    }

    @Test
    void refusalNamesTheEvent() {
        refused(0, resumed("2026-10-01"));
        refused(1, suspended("2026-10-01"), suspended("2026-10-02"));
        refused(1, suspended("2026-10-05"), resumed("2026-10-04"));
        refused(2, suspended("2026-10-05"), resumed("2026-10-08"), resumed("2026-10-09"));
        refused(0, suspended("2026-09-23"));
        refused(1, restarted("2026-10-09"), suspended("2026-10-08"));
        refused(1, suspended("2026-10-01"), ClockEvent.extended(0, null));
        refused(0, ClockEvent.extended(3651, null));
        refused(2, suspended("2026-10-01"), restarted("2026-10-05"), resumed("2026-10-06"));
        refused(0, new ClockEvent(ClockEvent.Type.SUSPENDED, null, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3651, Integer.MAX_VALUE})
    void refusesAmountsOutOfRange(int amount) {
        assertThatThrownBy(() -> reckon(amount, "2026-09-24")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void farDatesAreReckonedOrRefusedButNeverFail() {
        assertThat(reckon(3650, "2026-09-24").days()).hasSizeGreaterThan(5000);
        assertThat(calculus.reckon(3650, LimitUnit.YEAR, at("2026-09-24"), List.of())
                        .isCut())
                .isTrue();
        assertThatThrownBy(() -> reckon(20, "9999-12-20")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> reckon(20, "1949-09-30")).isInstanceOf(InvalidInput.class);
        assertThat(reckon(20, "1949-10-01").isProvisional()).isTrue();
        var many = new ArrayList<ClockEvent>();
        for (int i = 0; i <= Timeline.MOST_EVENTS; i++) {
            many.add(ClockEvent.extended(1, null));
        }
        assertThatThrownBy(() -> calculus.reckon(1, LimitUnit.WORKING_DAY, at("2026-09-24"), many))
                .isInstanceOf(InvalidInput.class);
    }

    private void refused(int index, ClockEvent... events) {
        assertThatThrownBy(() -> reckon(20, "2026-09-24", events)).isInstanceOfSatisfying(InvalidInput.class, e -> {
            assertThat(e.problems().getFirst().field()).isEqualTo("events[" + index + "]");
            assertThat(e.problems().getFirst().message()).contains("第 " + (index + 1) + " 个事件 " + events[index].type());
        });
    }

    private static List<ReckonedDay> counted(ClockReckoning reckoning) {
        return reckoning.days().stream().filter(ReckonedDay::isCounted).toList();
    }

    private static Kind kindOn(ClockReckoning reckoning, String date) {
        return reckoning.days().stream()
                .filter(d -> d.date().equals(LocalDate.parse(date)))
                .findFirst()
                .orElseThrow()
                .kind();
    }

    private LocalDate due(int amount, LimitUnit unit, LocalDate start) {
        return calculus.reckon(amount, unit, start.atStartOfDay(), List.of()).due();
    }

    private LocalDate due(int amount, LimitUnit unit, LocalDate start, String from, String to) {
        return calculus.reckon(amount, unit, start.atStartOfDay(), List.of(suspended(from), resumed(to)))
                .due();
    }

    private ClockReckoning reckon(int amount, String start, ClockEvent... events) {
        return calculus.reckon(amount, LimitUnit.WORKING_DAY, at(start), List.of(events));
    }

    private static LocalDateTime at(String date) {
        return LocalDate.parse(date).atStartOfDay();
    }

    private static ClockEvent suspended(String on) {
        return ClockEvent.suspended(LocalDate.parse(on));
    }

    private static ClockEvent resumed(String on) {
        return ClockEvent.resumed(LocalDate.parse(on));
    }

    private static ClockEvent restarted(String on) {
        return ClockEvent.restarted(LocalDate.parse(on));
    }
}
