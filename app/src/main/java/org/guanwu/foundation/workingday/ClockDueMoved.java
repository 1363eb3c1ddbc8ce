package org.guanwu.foundation.workingday;

import java.time.LocalDate;
import org.guanwu.foundation.shared.Matter;
import org.jspecify.annotations.Nullable;

/**
 * A due date is no longer what it was: suspended, resumed, restarted, extended, or the calendar changed. Published in
 * the transaction that moved it; for who shows the date in a list.
 *
 * @param oldDue null when the clock had no due date (suspended)
 * @param newDue null when it has none now
 * @param reason for the reader of the matter
 */
public record ClockDueMoved(
        Matter matter,
        String limitCode,
        @Nullable LocalDate oldDue,
        @Nullable LocalDate newDue,
        String reason) {}
