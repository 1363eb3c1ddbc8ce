package org.guanwu.foundation.workingday.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.guanwu.foundation.workingday.LimitUnit;
import org.guanwu.foundation.workingday.ReckonedDay;
import org.guanwu.foundation.workingday.ReckonedDay.Kind;
import org.jspecify.annotations.Nullable;

/** Day by day from the start to the due day: whether it counts, why, and what that rests on. */
final class DayExplanation {

    /** About a hundred years. A longer list helps nobody; the due day itself stays exact. */
    static final int MOST_DAYS = 36_600;

    private static final String START_RULE = "《中华人民共和国民法典》第二百零一条：开始的当日不计入";
    private static final String ROLL_RULE = "《中华人民共和国民法典》第二百零三条：最后一日是法定休假日的顺延";
    private static final String RUN_RULE = "按自然日连续计算";
    private static final String HOUR_RULE = "按小时连续计算，不区分工作日";

    private final Calendar calendar;
    private final Timeline timeline;
    private final LimitUnit unit;

    DayExplanation(Calendar calendar, Timeline timeline, LimitUnit unit) {
        this.calendar = calendar;
        this.timeline = timeline;
        this.unit = unit;
    }

    record Listing(List<ReckonedDay> days, boolean isCut) {}

    /** up to the suspension; days after {@code hadItRun} were no longer within the limit */
    Listing suspendedOn(LocalDate until, ClockCalculus.Due hadItRun) {
        return list(hadItRun, until);
    }

    Listing runningTo(ClockCalculus.Due due) {
        return list(due, due.day());
    }

    private Listing list(ClockCalculus.Due due, LocalDate last) {
        LocalDate origin = timeline.origin().toLocalDate();
        long span = ChronoUnit.DAYS.between(origin, last) + 1;
        int size = (int) Math.min(span, MOST_DAYS);
        var days = new ArrayList<ReckonedDay>(size);
        int ordinal = 0;
        for (int i = 0; i < size; i++) {
            ReckonedDay day = explain(origin.plusDays(i), ordinal + 1, due);
            ordinal += day.isCounted() ? 1 : 0;
            days.add(day);
        }
        return new Listing(days, span > size);
    }

    private ReckonedDay explain(LocalDate date, int ordinal, ClockCalculus.Due due) {
        LocalDate start = timeline.start().toLocalDate();
        if (date.isBefore(start)) {
            return not(date, Kind.BEFORE_RESTART, "重新计算前", "自 " + start + " 起重新计算");
        }
        if (date.equals(start) && unit != LimitUnit.HOUR) {
            return timeline.hasRestarted()
                    ? not(date, Kind.RESTART, "重新计算的起始日，不计入", START_RULE)
                    : not(date, Kind.START, "起始日，不计入", START_RULE);
        }
        if (date.isAfter(due.day())) {
            return not(date, Kind.EXPIRED, "期限已满", "期限于 " + due.day() + " 届满");
        }
        if (unit == LimitUnit.WORKING_DAY && !calendar.isWorkingDay(date)) {
            return not(date, calendar.kindOf(date), calendar.reasonOf(date), calendar.sourceOf(date));
        }
        Timeline.Pause pause = pauseOver(date);
        if (pause != null) {
            LocalDate from = pause.from().toLocalDate();
            LocalDate to = pause.to().toLocalDate();
            return not(date, Kind.SUSPENDED, "停钟", "自 " + from + " 停钟，" + to + " 恢复计时");
        }
        if (date.isAfter(due.lastCounted())) {
            return not(date, Kind.ROLLED_OVER, rolled(date), ROLL_RULE + "；" + calendar.sourceOf(date));
        }
        return switch (unit) {
            case WORKING_DAY ->
                counted(date, calendar.kindOf(date), ordinal, calendar.reasonOf(date), calendar.sourceOf(date));
            case CALENDAR_DAY, MONTH, YEAR ->
                counted(date, Kind.CALENDAR_DAY, ordinal, "自然日（" + calendar.reasonOf(date) + "）", RUN_RULE);
            case HOUR -> counted(date, Kind.CALENDAR_DAY, ordinal, "按小时计算", HOUR_RULE);
        };
    }

    private String rolled(LocalDate date) {
        return calendar.isWorkingDay(date) ? "顺延至此日（工作日）" : "顺延（" + calendar.reasonOf(date) + "）";
    }

    private Timeline.@Nullable Pause pauseOver(LocalDate date) {
        for (Timeline.Pause pause : timeline.pauses()) {
            boolean isAfterFrom = date.isAfter(pause.from().toLocalDate());
            // an hour-limit runs on the day it is resumed
            boolean isWithin = unit == LimitUnit.HOUR
                    ? date.isBefore(pause.to().toLocalDate())
                    : !date.isAfter(pause.to().toLocalDate());
            if (isAfterFrom && isWithin) {
                return pause;
            }
        }
        return null;
    }

    private static ReckonedDay counted(LocalDate date, Kind kind, int ordinal, String reason, String source) {
        return new ReckonedDay(date, true, kind, ordinal, reason, source);
    }

    private static ReckonedDay not(LocalDate date, Kind kind, String reason, String source) {
        return new ReckonedDay(date, false, kind, 0, reason, source);
    }
}
