package org.guanwu.foundation.workingday.web;

import java.time.Clock;
import java.time.LocalDate;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.web.CalendarNote;
import org.guanwu.foundation.workingday.domain.Calendar;
import org.guanwu.foundation.workingday.domain.CalendarBook;
import org.guanwu.foundation.workingday.domain.ListedDay;
import org.springframework.stereotype.Component;

/** The line at the foot of every workspace page. */
@Component
class CalendarNotes implements CalendarNote {

    private final CalendarBook book;
    private final Clock clock;

    CalendarNotes(CalendarBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Override
    public String kindOfDay(LocalDate date) {
        var calendar = book.current();
        boolean isWeekend = date.getDayOfWeek().getValue() > 5;
        if (calendar.isWorkingDay(date)) {
            return isWeekend ? "调休上班" : "工作日";
        }
        return calendar.findListed(date).map(ListedDay::name).orElse("休息日");
    }

    @Override
    public String coverage() {
        int year = ChinaTime.dateOf(clock.instant()).getYear();
        Calendar calendar = book.current();
        return "工作日历：" + state(calendar, year) + "；" + state(calendar, year + 1);
    }

    private static String state(Calendar calendar, int year) {
        return year + " 年" + (calendar.findNotice(year).isPresent() ? "安排已载入" : "安排尚未公布");
    }
}
