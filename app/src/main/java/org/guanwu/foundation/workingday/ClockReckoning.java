package org.guanwu.foundation.workingday;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A due date with its explanation.
 *
 * @param due null while suspended
 * @param dueAt China time; only for limits in hours
 * @param isProvisional the date rests on a year whose arrangement is not loaded
 * @param total amount of the limit and all extensions in force
 * @param days every calendar day from the start to the due day, or to the day of suspension
 * @param isCut the span is longer than what is listed day by day
 */
public record ClockReckoning(
        State state,
        @Nullable LocalDate due,
        @Nullable LocalDateTime dueAt,
        boolean isProvisional,
        int total,
        LimitUnit unit,
        List<ReckonedDay> days,
        boolean isCut) {

    /** a reckoning never stops; a stored clock may */
    public enum State {
        RUNNING,
        SUSPENDED
    }

    public ClockReckoning {
        days = List.copyOf(days);
    }
}
