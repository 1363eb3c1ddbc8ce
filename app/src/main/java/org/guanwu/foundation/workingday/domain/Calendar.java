package org.guanwu.foundation.workingday.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.guanwu.foundation.workingday.ReckonedDay.Kind;

/**
 * An immutable calendar. Within the listed dates it knows for every day how many working days lie up to it, outside it
 * counts weeks: any distance, however long, costs the same.
 */
public final class Calendar {

    /** Monday 1970-01-05 */
    private static final long A_MONDAY = 4;

    private static final String WEEK_RULE = "《国务院关于职工工作时间的规定》第七条";

    private final long revision;
    private final TreeMap<LocalDate, ListedDay> listed;
    private final TreeMap<Integer, Notice> years;
    private final long first;
    private final int[] upTo;

    /** @param years the notice of each year that is published */
    public Calendar(long revision, Map<LocalDate, ListedDay> listed, Map<Integer, Notice> years) {
        this.revision = revision;
        this.listed = new TreeMap<>(listed);
        this.listed.values().removeIf(day -> day.kind() == ListedDay.Kind.ORDINARY);
        this.years = new TreeMap<>(years);
        this.first = this.listed.isEmpty() ? 0 : this.listed.firstKey().toEpochDay();
        int size = this.listed.isEmpty() ? 0 : (int) (this.listed.lastKey().toEpochDay() - first + 1);
        this.upTo = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += isWorkingDay(LocalDate.ofEpochDay(first + i)) ? 1 : 0;
            upTo[i] = count;
        }
    }

    /** what a change makes of the calendar is a new one with a higher revision */
    public long revision() {
        return revision;
    }

    public boolean isWorkingDay(LocalDate date) {
        ListedDay entry = listed.get(date);
        return entry == null ? isWeekday(date) : entry.kind() == ListedDay.Kind.WORK;
    }

    public boolean isPublished(LocalDate date) {
        return years.containsKey(date.getYear());
    }

    /** every year of the span is published */
    boolean isPublished(LocalDate from, LocalDate to) {
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            if (!years.containsKey(year)) {
                return false;
            }
        }
        return true;
    }

    public SortedSet<Integer> publishedYears() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(years.keySet()));
    }

    public Optional<ListedDay> findListed(LocalDate date) {
        return Optional.ofNullable(listed.get(date));
    }

    Map<LocalDate, ListedDay> listed() {
        return Collections.unmodifiableMap(listed);
    }

    public Optional<Notice> findNotice(int year) {
        return Optional.ofNullable(years.get(year));
    }

    public int between(LocalDate from, LocalDate to) {
        return (int) (countUpTo(to.toEpochDay()) - countUpTo(from.toEpochDay()));
    }

    public int workingDaysOf(int year) {
        return between(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31));
    }

    /** the day on which the count of working days after {@code from} reaches {@code workingDays} */
    public LocalDate dueDate(LocalDate from, int workingDays) {
        long start = from.toEpochDay();
        long target = countUpTo(start) + workingDays;
        long low = start + 1;
        long high = start + workingDays * 2L + 30;
        while (countUpTo(high) < target) {
            high += workingDays + 30L;
        }
        while (low < high) {
            // days before 1970 are negative
            long middle = Math.floorDiv(low + high, 2L);
            if (countUpTo(middle) >= target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return LocalDate.ofEpochDay(low);
    }

    /** the date itself, if it is one */
    LocalDate nextWorkingDay(LocalDate date) {
        return dueDate(date.minusDays(1), 1);
    }

    Kind kindOf(LocalDate date) {
        boolean isWeekday = isWeekday(date);
        ListedDay entry = listed.get(date);
        if (entry != null && entry.kind() == ListedDay.Kind.OFF) {
            return Kind.HOLIDAY;
        }
        if (isWeekday) {
            return Kind.WORKDAY;
        }
        return entry == null ? Kind.WEEKEND : Kind.MAKE_UP_WORKDAY;
    }

    /** 国庆节放假、国庆节调休上班、周末（周六）、工作日 */
    public String reasonOf(LocalDate date) {
        Kind kind = kindOf(date);
        if (kind == Kind.WORKDAY) {
            return "工作日";
        }
        if (kind == Kind.WEEKEND) {
            return "周末（" + (date.getDayOfWeek() == DayOfWeek.SATURDAY ? "周六" : "周日") + "）";
        }
        return listed.get(date).name() + listed.get(date).kind().label();
    }

    String sourceOf(LocalDate date) {
        ListedDay entry = listed.get(date);
        if (entry != null) {
            return entry.notice().citation();
        }
        boolean isWeekday = isWeekday(date);
        Notice notice = years.get(date.getYear());
        if (notice != null) {
            return isWeekday ? notice.citation() + "未列为放假" : WEEK_RULE;
        }
        boolean isBefore = !years.isEmpty() && date.getYear() < years.firstKey();
        String assumption = date.getYear() + (isBefore ? "年放假安排未收录" : "年放假安排尚未公布");
        return assumption + "，" + (isWeekday ? "暂按周一至周五为工作日" : "暂按周六、周日休息") + "（" + WEEK_RULE + "）";
    }

    private long countUpTo(long day) {
        if (upTo.length == 0 || day < first) {
            return weekdaysUpTo(day);
        }
        long before = weekdaysUpTo(first - 1);
        if (day < first + upTo.length) {
            return before + upTo[(int) (day - first)];
        }
        return before + upTo[upTo.length - 1] + weekdaysUpTo(day) - weekdaysUpTo(first + upTo.length - 1);
    }

    private static long weekdaysUpTo(long day) {
        long days = day - A_MONDAY + 1;
        return Math.floorDiv(days, 7L) * 5 + Math.min(Math.floorMod(days, 7L), 5);
    }

    private static boolean isWeekday(LocalDate date) {
        return date.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
    }
}
