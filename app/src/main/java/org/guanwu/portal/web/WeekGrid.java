package org.guanwu.portal.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guanwu.foundation.workingday.ClockReckoning;
import org.guanwu.foundation.workingday.ReckonedDay;
import org.guanwu.foundation.workingday.ReckonedDay.Kind;
import org.jspecify.annotations.Nullable;

/** The days of a reckoning in weeks that begin on Monday; of a long span only its last weeks. */
public record WeekGrid(List<Week> weeks, boolean isCut) {

    private static final int MOST_WEEKS = 60;
    private static final int LAST_WEEKS = 8;

    public record Week(String label, List<Cell> cells) {}

    /**
     * @param ordinal 0 when the day does not count
     * @param note why, in a word: 起始日, 国庆节, 停钟
     */
    public record Cell(String iso, String dayLabel, String style, int ordinal, String note, boolean isDue) {}

    static WeekGrid of(ClockReckoning reckoning, LocalDate today) {
        Map<LocalDate, ReckonedDay> days = new HashMap<>();
        reckoning.days().forEach(day -> days.put(day.date(), day));
        LocalDate last = reckoning.days().getLast().date();
        LocalDate first = reckoning.days().getFirst().date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        boolean isCut = reckoning.isCut() || first.plusWeeks(MOST_WEEKS).isBefore(last);
        if (isCut) {
            first = last.minusWeeks(LAST_WEEKS - 1L).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
        var weeks = new ArrayList<Week>();
        for (LocalDate monday = first; !monday.isAfter(last); monday = monday.plusWeeks(1)) {
            var cells = new ArrayList<Cell>();
            for (int i = 0; i < 7; i++) {
                LocalDate date = monday.plusDays(i);
                cells.add(cell(date, days.get(date), date.equals(reckoning.due()), today, weeks.isEmpty() && i == 0));
            }
            weeks.add(new Week(monday.getMonthValue() + "月" + monday.getDayOfMonth() + "日", cells));
        }
        return new WeekGrid(weeks, isCut);
    }

    private static Cell cell(
            LocalDate date, @Nullable ReckonedDay day, boolean isDue, LocalDate today, boolean isFirst) {
        String label = isFirst || date.getDayOfMonth() == 1
                ? date.getMonthValue() + "月" + date.getDayOfMonth()
                : String.valueOf(date.getDayOfMonth());
        if (day == null) {
            return new Cell(date.toString(), label, date.getDayOfWeek().getValue() > 5 ? "off" : "", 0, "", false);
        }
        String style = isDue ? "duecell" : style(day.kind());
        return new Cell(
                date.toString(),
                label,
                style + (date.equals(today) ? " today" : ""),
                day.ordinal(),
                isDue ? "最晚这一天" : note(day),
                isDue);
    }

    private static String style(Kind kind) {
        return switch (kind) {
            case WEEKEND, HOLIDAY, ROLLED_OVER, EXPIRED -> "off";
            case MAKE_UP_WORKDAY -> "make";
            case SUSPENDED, BEFORE_RESTART -> "pause";
            case START, RESTART, WORKDAY, CALENDAR_DAY -> "";
        };
    }

    private static String note(ReckonedDay day) {
        return switch (day.kind()) {
            case START -> "起始日";
            case RESTART -> "重新计算";
            case WEEKEND -> "休息日";
            case HOLIDAY -> day.reason().replace("放假", "");
            case MAKE_UP_WORKDAY -> "调休上班";
            case SUSPENDED -> "停钟";
            case BEFORE_RESTART -> "作废";
            case ROLLED_OVER -> "顺延";
            case EXPIRED -> "已届满";
            case WORKDAY, CALENDAR_DAY -> "";
        };
    }
}
