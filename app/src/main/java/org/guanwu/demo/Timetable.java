package org.guanwu.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.workingday.WorkingDays;

/**
 * What happens when in the sample months: steps are taken in the order of their moments, whatever matter they belong
 * to, so that numbers and ledger run forward in time.
 */
final class Timetable {

    private static final LocalTime OPENS = LocalTime.of(8, 40);
    private static final LocalTime CLOSES = LocalTime.of(17, 20);

    private record Entry(Instant at, long order, Runnable step) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::order));
    private final WorkingDays workingDays;
    private final TravellingClock clock;
    private final Instant now;
    private long order;

    Timetable(WorkingDays workingDays, TravellingClock clock, Instant now) {
        this.workingDays = workingDays;
        this.clock = clock;
        this.now = now;
    }

    void at(Instant moment, Runnable step) {
        entries.add(new Entry(moment, ++order, step));
    }

    /** the morning of the day that lies this many working days back */
    Instant morning(int workingDaysAgo, int minute) {
        LocalDate day = ChinaTime.dateOf(now);
        for (int left = workingDaysAgo; left > 0; ) {
            day = day.minusDays(1);
            if (workingDays.isWorkingDay(day)) {
                left--;
            }
        }
        while (!workingDays.isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day.atTime(OPENS).plusMinutes(minute).atZone(ChinaTime.ZONE).toInstant();
    }

    /** so many minutes of office time later */
    Instant later(Instant from, int officeMinutes) {
        var moment = from.atZone(ChinaTime.ZONE).toLocalDateTime();
        int left = officeMinutes;
        while (left > 0) {
            moment = moment.plusMinutes(Math.min(left, 10));
            left -= 10;
            while (moment.toLocalTime().isAfter(CLOSES) || !workingDays.isWorkingDay(moment.toLocalDate())) {
                moment = moment.toLocalDate().plusDays(1).atTime(OPENS);
            }
        }
        return moment.atZone(ChinaTime.ZONE).toInstant();
    }

    /** Takes every step that lies in the past; those that would lie ahead are left for people to take. */
    int run() {
        int taken = 0;
        try {
            while (!entries.isEmpty() && entries.peek().at().isBefore(now)) {
                Entry entry = entries.remove();
                clock.travelTo(entry.at());
                entry.step().run();
                taken++;
            }
        } finally {
            clock.comeBack();
        }
        return taken;
    }
}
