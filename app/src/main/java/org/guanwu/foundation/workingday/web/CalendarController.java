package org.guanwu.foundation.workingday.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Collectors;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.SignedIn;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.workingday.domain.CalendarBook;
import org.guanwu.foundation.workingday.domain.CalendarChange;
import org.guanwu.foundation.workingday.domain.CalendarChanges;
import org.guanwu.foundation.workingday.domain.CalendarPreview;
import org.guanwu.foundation.workingday.domain.CalendarPreviews;
import org.guanwu.foundation.workingday.domain.TimeLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 工作日历 and 期限表: anybody in the office may look. */
@Controller
class CalendarController {

    private static final int FIRST_YEAR = 2007;
    private static final int LAST_YEAR = 2100;

    private final CalendarBook book;
    private final CalendarChanges changes;
    private final CalendarPreviews previews;
    private final TimeLimits limits;
    private final Clock clock;

    CalendarController(
            CalendarBook book, CalendarChanges changes, CalendarPreviews previews, TimeLimits limits, Clock clock) {
        this.book = book;
        this.changes = changes;
        this.previews = previews;
        this.limits = limits;
        this.clock = clock;
    }

    @SignedIn
    @GetMapping("/office/calendar")
    String calendar(@RequestParam(required = false) @Nullable String year, Actor actor, Model model) {
        LocalDate today = ChinaTime.dateOf(clock.instant());
        model.addAttribute("page", page(year(year, today), today));
        return "workingday/calendar";
    }

    @SignedIn
    @GetMapping("/office/calendar/time-limits")
    String timeLimits(Actor actor, Model model) {
        model.addAttribute("limits", limits.listAll());
        model.addAttribute("today", ChinaTime.dateOf(clock.instant()));
        return "workingday/time-limits";
    }

    private CalendarPage page(int year, LocalDate today) {
        var calendar = book.current();
        var open = changes.listOpen();
        CalendarChange pending =
                open.stream().filter(c -> c.year() == year).findFirst().orElse(null);
        CalendarPreview preview = pending == null ? null : previews.preview(pending);
        Set<LocalDate> dates = preview == null
                ? Set.of()
                : preview.days().stream()
                        .map(CalendarPreview.DayDifference::date)
                        .collect(Collectors.toSet());
        var years = new ArrayList<Integer>();
        for (int shown = year - 1; shown <= year + 1; shown++) {
            if (shown >= FIRST_YEAR && shown <= LAST_YEAR) {
                years.add(shown);
            }
        }
        int firstUnpublished = today.getYear();
        while (calendar.findNotice(firstUnpublished).isPresent()) {
            firstUnpublished++;
        }
        return new CalendarPage(
                year,
                calendar.workingDaysOf(year),
                calendar.findNotice(year).isPresent(),
                firstUnpublished,
                years,
                YearGrid.of(year, calendar, dates, today),
                changes.listOfYear(year),
                open,
                pending,
                preview);
    }

    private static int year(@Nullable String text, LocalDate today) {
        int year = text != null && text.matches("\\d{4}") ? Integer.parseInt(text) : today.getYear();
        return Math.clamp(year, FIRST_YEAR, LAST_YEAR);
    }
}
