package org.guanwu.foundation.routing.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.guanwu.foundation.routing.TaskNature;
import org.jspecify.annotations.Nullable;

/**
 * 待办、已办: one seat held by one person in one name.
 *
 * @param seat 0 for a DISPATCH task, which belongs to the step
 * @param createdSeq position in the log, by which acts are compared
 * @param outcome null while open
 */
record RouteTask(
        int no,
        String step,
        int round,
        int seat,
        long person,
        long principal,
        TaskNature nature,
        int createdSeq,
        Instant createdAt,
        @Nullable Instant seenAt,
        @Nullable LocalDate remindedOn,
        @Nullable TaskOutcome outcome,
        @Nullable Instant endedAt) {

    boolean isOpen() {
        return outcome == null;
    }

    boolean isSeen() {
        return seenAt != null;
    }

    boolean isAct() {
        return nature == TaskNature.ACT;
    }

    RouteTask seen(Instant at) {
        return new RouteTask(
                no,
                step,
                round,
                seat,
                person,
                principal,
                nature,
                createdSeq,
                createdAt,
                at,
                remindedOn,
                outcome,
                endedAt);
    }

    RouteTask reminded(LocalDate on) {
        return new RouteTask(
                no, step, round, seat, person, principal, nature, createdSeq, createdAt, seenAt, on, outcome, endedAt);
    }

    RouteTask ended(TaskOutcome how, Instant at) {
        if (outcome != null) {
            throw new IllegalStateException("task ends twice: " + this);
        }
        return new RouteTask(
                no, step, round, seat, person, principal, nature, createdSeq, createdAt, seenAt, remindedOn, how, at);
    }
}
