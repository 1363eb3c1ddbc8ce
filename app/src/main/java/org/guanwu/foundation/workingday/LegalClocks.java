package org.guanwu.foundation.workingday;

import java.time.LocalDate;
import java.util.Optional;
import org.guanwu.foundation.shared.Matter;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of matters: kept as events (started, suspended, resumed, restarted, extended, stopped), the due date is
 * derived from them and the calendar, and recomputed with a ledger entry when the calendar changes.
 *
 * <p>All acts are idempotent for the same matter, limit, date and event, belong to the running transaction, and throw
 * {@link org.guanwu.foundation.shared.Refusal} where the limit's own rule forbids them.
 */
public interface LegalClocks {

    /** @param limitCode a row of the time limit table, for example {@code publication.proactive} (条例第二十六条) */
    ClockView start(Matter matter, String limitCode, LocalDate startedOn);

    /** what lists and previews call the matter: its number or title; without it they show its kind */
    void label(Matter matter, String label);

    ClockView suspend(Matter matter, String limitCode, LocalDate on, String reason);

    ClockView resume(Matter matter, String limitCode, LocalDate on, String reason);

    ClockView restart(Matter matter, String limitCode, LocalDate on, String reason);

    ClockView extend(Matter matter, String limitCode, int amount, LocalDate on, String reason);

    /** the matter is done; lateness is fixed by this date */
    ClockView stop(Matter matter, String limitCode, LocalDate on);

    Optional<ClockView> find(Matter matter, String limitCode);

    /** state of a clock */
    enum State {
        RUNNING,
        SUSPENDED,
        STOPPED
    }

    /**
     * @param dueOn null while suspended; for a stopped clock the date it was measured against
     * @param isProvisional the due date rests on a year whose calendar is not yet published
     * @param remaining working days left as of today; negative when overdue; null while suspended or stopped
     */
    record ClockView(
            Matter matter,
            String limitCode,
            String limitName,
            String article,
            State state,
            LocalDate startedOn,
            @Nullable LocalDate dueOn,
            boolean isProvisional,
            @Nullable Integer remaining,
            @Nullable LocalDate stoppedOn) {}
}
