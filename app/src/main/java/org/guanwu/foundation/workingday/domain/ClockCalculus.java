package org.guanwu.foundation.workingday.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.workingday.ClockEvent;
import org.guanwu.foundation.workingday.ClockReckoning;
import org.guanwu.foundation.workingday.LimitUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one calculus of every matter. The start day is day zero; a suspension from s to r takes out {@code s < d <= r}; a
 * restart voids what came before it.
 *
 * <p>A suspension that begins when the limit has already run out moves nothing: an expired limit is not revived.
 */
public final class ClockCalculus {

    public static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
    public static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private final Calendar calendar;

    public ClockCalculus(Calendar calendar) {
        this.calendar = calendar;
    }

    public ClockReckoning reckon(int amount, LimitUnit unit, LocalDateTime startedAt, List<ClockEvent> events) {
        if (amount < 1 || amount > Timeline.LARGEST_AMOUNT) {
            throw new InvalidInput("limit.amount", "期限须在 1 至 " + Timeline.LARGEST_AMOUNT + " 之间。");
        }
        inRange("startedOn", startedAt);
        for (int i = 0; i < events.size(); i++) {
            inRange("events[" + i + "].on", events.get(i).at());
        }
        Timeline timeline = Timeline.read(startedAt, events);
        int total = amount + timeline.extension();
        if (timeline.openSince() != null) {
            LocalDate until = timeline.openSince().toLocalDate();
            Due hadItRun = due(total, unit, timeline);
            var days = new DayExplanation(calendar, timeline, unit).suspendedOn(until, hadItRun);
            return reckoning(ClockReckoning.State.SUSPENDED, null, null, false, total, unit, days);
        }
        return unit == LimitUnit.HOUR ? inHours(total, timeline) : inDays(total, unit, timeline);
    }

    /** the due day alone, without its explanation; null while suspended */
    @Nullable
    Due due(int amount, LimitUnit unit, LocalDate startedOn, List<ClockEvent> events) {
        Timeline timeline = Timeline.read(startedOn.atStartOfDay(), events);
        if (timeline.openSince() != null) {
            return null;
        }
        return due(amount + timeline.extension(), unit, timeline);
    }

    /** @param lastCounted the day on which the count is full; the due day may roll beyond it */
    record Due(LocalDate lastCounted, LocalDate day, boolean isProvisional) {}

    private ClockReckoning inDays(int total, LimitUnit unit, Timeline timeline) {
        Due due = due(total, unit, timeline);
        if (due.day().isAfter(LATEST)) {
            throw new InvalidInput("limit.amount", "到期日超出 9999 年，请减小期限。");
        }
        var days = new DayExplanation(calendar, timeline, unit).runningTo(due);
        return reckoning(ClockReckoning.State.RUNNING, due.day(), null, due.isProvisional(), total, unit, days);
    }

    private Due due(int total, LimitUnit unit, Timeline timeline) {
        LocalDate start = timeline.start().toLocalDate();
        return switch (unit) {
            case WORKING_DAY -> {
                LocalDate day = workingDays(start, total, timeline.pauses());
                yield new Due(day, day, !calendar.isPublished(start.plusDays(1), day));
            }
            case CALENDAR_DAY -> rolled(start.plusDays(total), timeline.pauses());
            // 民法典第二百零二条：没有对应日的，月末日为期间的最后一日
            case MONTH -> rolled(start.plusMonths(total), timeline.pauses());
            case YEAR -> rolled(start.plusYears(total), timeline.pauses());
            case HOUR -> {
                LocalDate day = endOfHours(total, timeline).toLocalDate();
                yield new Due(day, day, false);
            }
        };
    }

    private LocalDate workingDays(LocalDate start, int total, List<Timeline.Pause> pauses) {
        LocalDate from = start;
        int left = total;
        for (Timeline.Pause pause : pauses) {
            LocalDate suspended = pause.from().toLocalDate();
            int run = calendar.between(from, suspended);
            if (left <= run) {
                break;
            }
            left -= run;
            from = pause.to().toLocalDate();
        }
        return calendar.dueDate(from, left);
    }

    /** 民法典第二百零三条：期间的最后一日是法定休假日的，以法定休假日结束的次日为期间的最后一日 */
    private Due rolled(LocalDate unsuspendedEnd, List<Timeline.Pause> pauses) {
        LocalDate end = unsuspendedEnd;
        for (Timeline.Pause pause : pauses) {
            LocalDate from = pause.from().toLocalDate();
            if (from.isBefore(end)) {
                end = end.plusDays(ChronoUnit.DAYS.between(from, pause.to().toLocalDate()));
            }
        }
        LocalDate day = calendar.nextWorkingDay(end);
        for (Timeline.Pause pause : pauses) {
            LocalDate to = pause.to().toLocalDate();
            if (pause.from().toLocalDate().isBefore(day) && !day.isAfter(to)) {
                day = calendar.nextWorkingDay(to.plusDays(1));
            }
        }
        return new Due(end, day, !calendar.isPublished(end, day));
    }

    private ClockReckoning inHours(int total, Timeline timeline) {
        LocalDateTime end = endOfHours(total, timeline);
        LocalDate day = end.toLocalDate();
        if (day.isAfter(LATEST)) {
            throw new InvalidInput("limit.amount", "到期日超出 9999 年，请减小期限。");
        }
        var days = new DayExplanation(calendar, timeline, LimitUnit.HOUR).runningTo(new Due(day, day, false));
        return reckoning(ClockReckoning.State.RUNNING, day, end, false, total, LimitUnit.HOUR, days);
    }

    private static LocalDateTime endOfHours(int total, Timeline timeline) {
        LocalDateTime end = timeline.start().plusHours(total);
        for (Timeline.Pause pause : timeline.pauses()) {
            if (pause.from().isBefore(end)) {
                end = end.plus(Duration.between(pause.from(), pause.to()));
            }
        }
        return end;
    }

    private static ClockReckoning reckoning(
            ClockReckoning.State state,
            @Nullable LocalDate due,
            @Nullable LocalDateTime dueAt,
            boolean isProvisional,
            int total,
            LimitUnit unit,
            DayExplanation.Listing listing) {
        return new ClockReckoning(state, due, dueAt, isProvisional, total, unit, listing.days(), listing.isCut());
    }

    private static void inRange(String field, @Nullable LocalDateTime at) {
        if (at == null) {
            return;
        }
        LocalDate date = at.toLocalDate();
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            throw new InvalidInput(field, "日期须在 " + EARLIEST + " 至 " + LATEST + " 之间。");
        }
    }
}
