package org.guanwu.foundation.workingday.domain;

import java.time.LocalDate;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.workingday.LegalClocks;
import org.jspecify.annotations.Nullable;

/** A clock's row: its due date is a projection of its events, kept for lists. */
record StoredClock(
        long id,
        Matter matter,
        String limitCode,
        LocalDate limitValidFrom,
        String label,
        LocalDate startedOn,
        LegalClocks.State state,
        @Nullable LocalDate dueOn,
        boolean isProvisional,
        @Nullable LocalDate stoppedOn,
        long calendarRevision) {

    StoredClock reckoned(LegalClocks.State newState, ClockCalculus.@Nullable Due due, long revision) {
        return new StoredClock(
                id,
                matter,
                limitCode,
                limitValidFrom,
                label,
                startedOn,
                newState,
                due == null ? null : due.day(),
                due != null && due.isProvisional(),
                stoppedOn,
                revision);
    }

    StoredClock stopped(LocalDate on) {
        return new StoredClock(
                id,
                matter,
                limitCode,
                limitValidFrom,
                label,
                startedOn,
                LegalClocks.State.STOPPED,
                dueOn,
                isProvisional,
                on,
                calendarRevision);
    }
}
