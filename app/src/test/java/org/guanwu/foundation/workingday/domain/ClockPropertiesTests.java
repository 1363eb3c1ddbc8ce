package org.guanwu.foundation.workingday.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.guanwu.foundation.workingday.ClockEvent;
import org.guanwu.foundation.workingday.ClockReckoning;
import org.guanwu.foundation.workingday.LimitUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What must hold for every clock, whatever the dates. */
class ClockPropertiesTests {

    private static final int RUNS = 10_000;
    private static final List<LimitUnit> BY_DAYS =
            List.of(LimitUnit.WORKING_DAY, LimitUnit.CALENDAR_DAY, LimitUnit.MONTH, LimitUnit.YEAR);

    private final Calendar calendar = ShippedCalendar.load();
    private final ClockCalculus calculus = new ClockCalculus(calendar);

    @Test
    @DisplayName("停钟不会使到期日提前")
    void aPauseNeverShortens() {
        each("pause", (random, unit, amount, start) -> {
            LocalDate from = start.plusDays(random.nextInt(40));
            LocalDate to = from.plusDays(random.nextInt(40));
            LocalDate plain = due(unit, amount, start);
            LocalDate paused = due(unit, amount, start, ClockEvent.suspended(from), ClockEvent.resumed(to));
            assertThat(paused).isAfterOrEqualTo(plain);
            LocalDate longer = due(unit, amount, start, ClockEvent.suspended(from), ClockEvent.resumed(to.plusDays(3)));
            assertThat(longer).isAfterOrEqualTo(paused);
        });
    }

    @Test
    @DisplayName("到期日总是工作日，且不在停钟期间")
    void aDueDayIsAWorkingDay() {
        each("due day", (random, unit, amount, start) -> {
            LocalDate from = start.plusDays(random.nextInt(400));
            LocalDate to = from.plusDays(random.nextInt(20));
            LocalDate due = due(unit, amount, start, ClockEvent.suspended(from), ClockEvent.resumed(to));
            assertThat(calendar.isWorkingDay(due)).isTrue();
            if (due(unit, amount, start).isAfter(from)) {
                assertThat(due.isAfter(from) && !due.isAfter(to)).isFalse();
            }
        });
    }

    @Test
    @DisplayName("重新计算两次与一次相同，且与从该日起算相同")
    void restartIsIdempotent() {
        each("restart", (random, unit, amount, start) -> {
            LocalDate again = start.plusDays(random.nextInt(60));
            LocalDate once = due(unit, amount, start, ClockEvent.restarted(again));
            assertThat(due(unit, amount, start, ClockEvent.restarted(again), ClockEvent.restarted(again)))
                    .isEqualTo(once);
            assertThat(due(unit, amount, again)).isEqualTo(once);
            assertThat(due(
                            unit,
                            amount,
                            start,
                            ClockEvent.suspended(start),
                            ClockEvent.extended(9, null),
                            ClockEvent.restarted(again)))
                    .isEqualTo(once);
        });
    }

    @Test
    void anExtensionIsALongerLimit() {
        each("extension", (random, unit, amount, start) -> {
            int more = 1 + random.nextInt(20);
            assertThat(due(unit, amount, start, ClockEvent.extended(more, null)))
                    .isEqualTo(due(unit, amount + more, start));
        });
    }

    @Test
    void aLongerLimitAndALaterStartAreNeverDueEarlier() {
        each("order", (random, unit, amount, start) -> {
            assertThat(due(unit, amount + 1, start)).isAfterOrEqualTo(due(unit, amount, start));
            assertThat(due(unit, amount, start.plusDays(1))).isAfterOrEqualTo(due(unit, amount, start));
        });
    }

    @Test
    void anEmptyPauseChangesNothing() {
        each("empty pause", (random, unit, amount, start) -> {
            LocalDate on = start.plusDays(random.nextInt(30));
            assertThat(due(unit, amount, start, ClockEvent.suspended(on), ClockEvent.resumed(on)))
                    .isEqualTo(due(unit, amount, start));
        });
    }

    private interface Property {
        void check(Random random, LimitUnit unit, int amount, LocalDate start);
    }

    private static void each(String name, Property property) {
        long seed = name.hashCode();
        var random = new Random(seed);
        for (int run = 0; run < RUNS; run++) {
            LimitUnit unit = BY_DAYS.get(run % BY_DAYS.size());
            int amount = 1 + random.nextInt(unit == LimitUnit.YEAR ? 3 : unit == LimitUnit.MONTH ? 8 : 60);
            LocalDate start = LocalDate.of(2007, 1, 1).plusDays(random.nextInt(7600));
            try {
                property.check(random, unit, amount, start);
            } catch (AssertionError e) {
                throw new AssertionError(
                        "%s, seed %d, run %d: %d %s from %s".formatted(name, seed, run, amount, unit, start), e);
            }
        }
    }

    private LocalDate due(LimitUnit unit, int amount, LocalDate start, ClockEvent... events) {
        var due = calculus.due(amount, unit, start, new ArrayList<>(List.of(events)));
        assertThat(due).isNotNull();
        return due.day();
    }

    @Test
    void theExplanationEndsOnTheDueDayItExplains() {
        each("explanation", (random, unit, amount, start) -> {
            if (unit == LimitUnit.YEAR || random.nextInt(20) > 0) {
                return;
            }
            ClockReckoning reckoning = calculus.reckon(amount, unit, start.atStartOfDay(), List.of());
            assertThat(reckoning.days().getFirst().date()).isEqualTo(start);
            assertThat(reckoning.days().getLast().date()).isEqualTo(reckoning.due());
        });
    }
}
