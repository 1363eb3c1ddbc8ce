package org.guanwu.foundation.workingday.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.guanwu.foundation.workingday.ClockEvent;
import org.guanwu.foundation.workingday.ClockReckoning;
import org.guanwu.foundation.workingday.LimitUnit;
import org.guanwu.foundation.workingday.ReckonedDay;
import org.junit.jupiter.api.Test;

/**
 * A second reckoning that shares nothing with the product but the dates of the notices: it walks day by day, keeps no
 * counts and knows a suspension as a set of crossed-out days.
 */
class ClockOracleTests {

    private static final LocalDate FIRST = LocalDate.of(2007, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final int LIMITS = 60;

    private final Map<LocalDate, Boolean> facts = ShippedCalendar.facts();
    private final ClockCalculus calculus = new ClockCalculus(ShippedCalendar.load());

    @Test
    void everyStartDay2007To2026AndEveryLimit1To60() {
        long compared = 0;
        for (LocalDate start = FIRST; !start.isAfter(LAST); start = start.plusDays(1)) {
            LocalDate day = start;
            int count = 0;
            while (count < LIMITS) {
                day = day.plusDays(1);
                if (works(day)) {
                    count++;
                    var due = calculus.due(count, LimitUnit.WORKING_DAY, start, List.of());
                    if (due == null || !due.day().equals(day)) {
                        fail("%s + %d: expected %s, got %s", start, count, day, due);
                    }
                    boolean isProvisional = day.getYear() > 2026;
                    if (due.isProvisional() != isProvisional) {
                        fail("%s + %d: provisional is %s", start, count, due.isProvisional());
                    }
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(7305L * LIMITS);
    }

    /** the explanation, too, agrees with the walk; the start days are sampled, with every day of one year among them */
    @Test
    void theExplanationListsEveryDayAndCountsTheRightOnes() {
        var starts = new ArrayList<LocalDate>();
        for (int i = 0; i < 365; i++) {
            starts.add(LocalDate.of(2026, 1, 1).plusDays(i));
        }
        var random = new Random(20260924L);
        for (int i = 0; i < 400; i++) {
            starts.add(FIRST.plusDays(random.nextInt(7000)));
        }
        for (LocalDate start : starts) {
            int amount = 1 + random.nextInt(LIMITS);
            ClockReckoning reckoning = calculus.reckon(amount, LimitUnit.WORKING_DAY, start.atStartOfDay(), List.of());
            LocalDate day = start;
            int ordinal = 0;
            for (ReckonedDay listed : reckoning.days()) {
                assertThat(listed.date()).isEqualTo(day);
                boolean counts = day.isAfter(start) && works(day);
                assertThat(listed.isCounted()).as("%s from %s", day, start).isEqualTo(counts);
                assertThat(listed.ordinal()).isEqualTo(counts ? ++ordinal : 0);
                assertThat(listed.reason()).isNotBlank();
                assertThat(listed.source()).isNotBlank();
                day = day.plusDays(1);
            }
            assertThat(ordinal).isEqualTo(amount);
            assertThat(day.minusDays(1)).isEqualTo(reckoning.due());
        }
    }

    @Test
    void randomHistoriesOfSuspensionRestartAndExtension() {
        long seed = 711L;
        var random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            LocalDate start = FIRST.plusDays(random.nextInt(7000));
            int amount = 1 + random.nextInt(40);
            List<ClockEvent> events = history(random, start);
            String what = "seed %d run %d: %d from %s %s".formatted(seed, i, amount, start, events);
            for (LimitUnit unit : List.of(LimitUnit.WORKING_DAY, LimitUnit.CALENDAR_DAY)) {
                var reckoning = calculus.reckon(amount, unit, start.atStartOfDay(), events);
                LocalDate expected = walk(amount, unit, start, events);
                assertThat(reckoning.due()).as("%s %s", unit, what).isEqualTo(expected);
                if (expected != null) {
                    long counted = reckoning.days().stream()
                            .filter(ReckonedDay::isCounted)
                            .count();
                    assertThat(counted).as("%s %s", unit, what).isEqualTo(reckoning.total());
                    assertThat(works(expected)).as("%s %s", unit, what).isTrue();
                }
            }
        }
    }

    /** null while suspended */
    private LocalDate walk(int amount, LimitUnit unit, LocalDate start, List<ClockEvent> events) {
        LocalDate from = start;
        int total = amount;
        LocalDate suspended = null;
        Set<LocalDate> crossedOut = new HashSet<>();
        for (ClockEvent event : events) {
            switch (event.type()) {
                case SUSPENDED -> suspended = event.at().toLocalDate();
                case RESUMED -> {
                    for (LocalDate d = suspended.plusDays(1);
                            !d.isAfter(event.at().toLocalDate());
                            d = d.plusDays(1)) {
                        crossedOut.add(d);
                    }
                    suspended = null;
                }
                case RESTARTED -> {
                    from = event.at().toLocalDate();
                    total = amount;
                    suspended = null;
                    crossedOut.clear();
                }
                case EXTENDED -> total += event.amount();
            }
        }
        if (suspended != null) {
            return null;
        }
        LocalDate day = from;
        int count = 0;
        while (count < total) {
            day = day.plusDays(1);
            boolean isFree = unit == LimitUnit.WORKING_DAY && !works(day);
            if (!isFree && !crossedOut.contains(day)) {
                count++;
            }
        }
        while (!works(day) || crossedOut.contains(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static List<ClockEvent> history(Random random, LocalDate start) {
        var events = new ArrayList<ClockEvent>();
        LocalDate at = start;
        boolean isSuspended = false;
        for (int n = random.nextInt(7); n > 0; n--) {
            at = at.plusDays(random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> {
                    events.add(ClockEvent.restarted(at));
                    isSuspended = false;
                }
                case 1 -> events.add(ClockEvent.extended(1 + random.nextInt(20), random.nextBoolean() ? at : null));
                default -> {
                    events.add(isSuspended ? ClockEvent.resumed(at) : ClockEvent.suspended(at));
                    isSuspended = !isSuspended;
                }
            }
        }
        return events;
    }

    private boolean works(LocalDate day) {
        Boolean listed = facts.get(day);
        if (listed != null) {
            return listed;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
