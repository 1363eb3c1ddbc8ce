package org.guanwu.foundation.workingday.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guanwu.foundation.workingday.domain.Calendar;
import org.guanwu.foundation.workingday.domain.ListedDay;

/** Twelve months of weeks that begin on Monday. */
public record YearGrid(int year, List<Month> months) {

    public record Month(String label, List<List<Cell>> weeks) {}

    /** @param number 0 for the empty places before the first */
    public record Cell(int number, String style, String title) {}

    static YearGrid of(int year, Calendar calendar, Set<LocalDate> pending, LocalDate today) {
        var months = new ArrayList<Month>();
        for (int month = 1; month <= 12; month++) {
            months.add(new Month(month + "月", weeks(YearMonth.of(year, month), calendar, pending, today)));
        }
        return new YearGrid(year, months);
    }

    private static List<List<Cell>> weeks(YearMonth month, Calendar calendar, Set<LocalDate> pending, LocalDate today) {
        var weeks = new ArrayList<List<Cell>>();
        var week = new ArrayList<Cell>();
        for (int i = 1; i < month.atDay(1).getDayOfWeek().getValue(); i++) {
            week.add(new Cell(0, "", ""));
        }
        for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            week.add(cell(day, calendar, pending.contains(day), day.equals(today)));
            if (week.size() == 7) {
                weeks.add(List.copyOf(week));
                week.clear();
            }
        }
        if (!week.isEmpty()) {
            weeks.add(List.copyOf(week));
        }
        return weeks;
    }

    private static Cell cell(LocalDate day, Calendar calendar, boolean isPending, boolean isToday) {
        var listed = calendar.findListed(day);
        String style;
        if (isPending) {
            style = "pend";
        } else if (listed.isPresent()) {
            style = listed.get().kind() == ListedDay.Kind.OFF ? "off" : "mk";
        } else {
            style = day.getDayOfWeek().getValue() > 5 ? "we" : "";
        }
        String title = listed.isPresent() || isPending ? calendar.reasonOf(day) + (isPending ? "（待生效）" : "") : "";
        return new Cell(day.getDayOfMonth(), style + (isToday ? " tod" : ""), title);
    }
}
