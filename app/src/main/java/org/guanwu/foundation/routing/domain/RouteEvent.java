package org.guanwu.foundation.routing.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guanwu.foundation.numbering.DocumentNumber;
import org.guanwu.foundation.routing.Assignee;
import org.guanwu.foundation.routing.RouteTemplate;
import org.guanwu.foundation.routing.SignerPlace;
import org.guanwu.foundation.routing.StepStatus;
import org.guanwu.foundation.routing.TaskNature;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a route. Facts about people are resolved before the event ({@link TaskCreated} names a person), so
 * folding the log needs nothing of the organization. Names and fields are stored for ever: add, never rename.
 */
sealed interface RouteEvent {

    /** task bookkeeping, reading and reminders leave a screen valid; everything else makes it stale */
    default boolean isStructural() {
        return switch (this) {
            case SeatNotified _,
                    TaskCreated _,
                    TaskSeen _,
                    TaskEnded _,
                    AttendanceLost _,
                    AttendanceRestored _,
                    Circulated _,
                    ReadingConfirmed _,
                    Reminded _ -> false;
            case RouteStarted _,
                    StepActivated _,
                    StepResumed _,
                    StepHalted _,
                    StepReset _,
                    StepCompleted _,
                    StepRevoked _,
                    StepUncompleted _,
                    SeatDone _,
                    SeatReopened _,
                    SeatInserted _,
                    SeatRemoved _,
                    SeatMoved _,
                    SeatMovedBack _,
                    SeatPinned _,
                    AssigneesChosen _,
                    OpinionGiven _,
                    OpinionSuperseded _,
                    NumberAssigned _,
                    ContentChanged _,
                    RouteSuspended _,
                    RouteResumed _,
                    RouteClosed _,
                    RouteReopened _,
                    RouteVoided _,
                    DeadlineExtended _ -> true;
        };
    }

    /** @param leftOut conditional steps that were not needed, each with the reason */
    record RouteStarted(
            RouteTemplate template,
            long drafter,
            @Nullable LocalDate dueOn,
            List<String> leftOut,
            Map<String, List<Long>> choices)
            implements RouteEvent {}

    record StepActivated(
            String step,
            int round,
            List<List<Seat>> chains,
            int byTask,
            StepStatus before,
            @Nullable Instant dueAt) implements RouteEvent {}

    record StepResumed(
            String step,
            int byTask,
            StepStatus before,
            @Nullable Instant dueAt) implements RouteEvent {}

    record StepHalted(String step, @Nullable Duration remaining) implements RouteEvent {}

    record StepReset(String step) implements RouteEvent {}

    record StepCompleted(String step, int byTask) implements RouteEvent {}

    /** the act that started it was withdrawn */
    record StepRevoked(String step, StepStatus to) implements RouteEvent {}

    record StepUncompleted(String step) implements RouteEvent {}

    record SeatDone(String step, int seat) implements RouteEvent {}

    record SeatReopened(String step, int seat, @Nullable Long pin) implements RouteEvent {}

    record SeatInserted(String step, int anchor, SignerPlace place, Seat seat) implements RouteEvent {}

    record SeatRemoved(String step, int seat) implements RouteEvent {}

    record SeatMoved(String step, int seat, List<Assignee> assignees, int byTask, String reason)
            implements RouteEvent {}

    record SeatMovedBack(String step, int seat) implements RouteEvent {}

    record SeatPinned(String step, int seat, long person) implements RouteEvent {}

    record SeatNotified(String step, int seat) implements RouteEvent {}

    record AssigneesChosen(String step, List<Long> people) implements RouteEvent {}

    record TaskCreated(int task, String step, int round, int seat, long person, long principal, TaskNature nature)
            implements RouteEvent {}

    record TaskSeen(int task) implements RouteEvent {}

    record TaskEnded(int task, TaskOutcome outcome) implements RouteEvent {}

    record OpinionGiven(Opinion opinion) implements RouteEvent {}

    record OpinionSuperseded(int opinion, Superseded why) implements RouteEvent {}

    record NumberAssigned(DocumentNumber number) implements RouteEvent {}

    record ContentChanged(boolean isSubstantive) implements RouteEvent {}

    record RouteSuspended(String reason) implements RouteEvent {}

    record RouteResumed(Duration length) implements RouteEvent {}

    record RouteClosed() implements RouteEvent {}

    record RouteReopened(String reason) implements RouteEvent {}

    record RouteVoided(String reason, @Nullable Long approvedBy) implements RouteEvent {}

    record AttendanceLost() implements RouteEvent {}

    record AttendanceRestored() implements RouteEvent {}

    record Circulated(List<Long> readers) implements RouteEvent {}

    record ReadingConfirmed(int reading) implements RouteEvent {}

    record Reminded(int task) implements RouteEvent {}

    record DeadlineExtended(LocalDate to, String basis) implements RouteEvent {}
}
