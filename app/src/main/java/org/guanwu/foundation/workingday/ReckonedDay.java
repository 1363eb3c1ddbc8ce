package org.guanwu.foundation.workingday;

import java.time.LocalDate;

/**
 * One day of an explanation.
 *
 * @param ordinal the how-many-th counted day; 0 when it does not count
 * @param reason in plain Chinese: 国庆节放假、周六、停钟
 * @param source the notice or article the reason rests on
 */
public record ReckonedDay(LocalDate date, boolean isCounted, Kind kind, int ordinal, String reason, String source) {

    /** why the day counts or not */
    public enum Kind {
        START,
        WORKDAY,
        MAKE_UP_WORKDAY,
        CALENDAR_DAY,
        WEEKEND,
        HOLIDAY,
        SUSPENDED,
        BEFORE_RESTART,
        RESTART,
        ROLLED_OVER,
        EXPIRED
    }
}
