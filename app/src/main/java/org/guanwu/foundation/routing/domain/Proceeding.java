package org.guanwu.foundation.routing.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.guanwu.foundation.routing.RouteStatus;
import org.guanwu.foundation.routing.StepSpec;
import org.jspecify.annotations.Nullable;

/** One command on its way: the state so far, the events so far, and why the tasks that fall away end. */
final class Proceeding {

    /** leaves the decision; the events so far are forgotten */
    static final class Refused extends RuntimeException {

        private final RefusalReason reason;

        Refused(RefusalReason reason) {
            super(reason.sentence(), null, false, false);
            this.reason = reason;
        }

        RefusalReason reason() {
            return reason;
        }
    }

    private final Caller caller;
    private final Circumstances circumstances;
    private final List<LogEntry> entries = new ArrayList<>();
    private @Nullable Route route;
    private @Nullable Long principal;
    private TaskOutcome cause = TaskOutcome.RECALLED;
    private int favoredSeat;

    Proceeding(@Nullable Route route, Caller caller, Circumstances circumstances) {
        this.route = route;
        this.caller = caller;
        this.circumstances = circumstances;
        this.principal = caller.person();
    }

    Route route() {
        return Objects.requireNonNull(route, "not started");
    }

    Outline outline() {
        return route().outline();
    }

    StepSpec spec(String step) {
        return outline().spec(step);
    }

    Step step(String key) {
        return route().step(key);
    }

    Caller caller() {
        return caller;
    }

    Attendance attendance() {
        return circumstances.attendance();
    }

    Circumstances circumstances() {
        return circumstances;
    }

    Instant now() {
        return circumstances.now();
    }

    List<LogEntry> entries() {
        return List.copyOf(entries);
    }

    void emit(RouteEvent event) {
        var entry = new LogEntry(
                route == null ? 1 : route.seq() + 1,
                now(),
                caller.person(),
                principal,
                circumstances.commandId(),
                event);
        route = Route.apply(route, entry);
        entries.add(entry);
    }

    /** the rest is done in this name */
    void inTheNameOf(long person) {
        principal = person;
    }

    /** the outcome of tasks that no longer have a seat when the command is through */
    TaskOutcome cause() {
        return cause;
    }

    void because(TaskOutcome outcome) {
        cause = outcome;
    }

    /** the seat just taken back is served first */
    int favoredSeat() {
        return favoredSeat;
    }

    void favor(int seat) {
        favoredSeat = seat;
    }

    static void refuseIf(boolean condition, RefusalReason reason) {
        if (condition) {
            throw new Refused(reason);
        }
    }

    void requireOpen() {
        refuseIf(route().status() != RouteStatus.OPEN, RefusalReason.NOT_OPEN);
    }

    void requireVersion(int seen) {
        refuseIf(route().version() != seen, RefusalReason.STALE);
    }

    void requireSeatVersion(RouteTask task, int seen) {
        refuseIf(seatOf(task).version() != seen, RefusalReason.STALE);
    }

    void requireReason(String text) {
        refuseIf(text.isBlank(), RefusalReason.REASON_MISSING);
    }

    Seat seatOf(RouteTask task) {
        return getSeat(task.step(), task.seat());
    }

    Seat getSeat(String step, int no) {
        Seat seat = step(step).findSeat(no);
        if (seat == null) {
            throw new Refused(RefusalReason.NO_SUCH);
        }
        return seat;
    }

    /** a step that runs and the seat in it, for acts from outside the seat */
    Seat seatInRunningStep(String step, int no) {
        refuseIf(!outline().has(step) || !route().isRunning(step), RefusalReason.NO_SUCH);
        return getSeat(step, no);
    }
}
