package org.guanwu.foundation.routing.domain;

import static org.guanwu.foundation.routing.StepStatus.WAITING;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.guanwu.foundation.routing.StepStatus;
import org.jspecify.annotations.Nullable;

/**
 * 环节 in its present round. Chains run in parallel, the seats of one chain one after the other.
 *
 * @param activatedBy task whose act started it, 0 for the system; {@code statusBefore} is what it was then
 * @param isTouched somebody has opened or done something in it, so the act that started it cannot be withdrawn
 * @param remaining what is left of the limit while HALTED
 */
record Step(
        String key,
        StepStatus status,
        int round,
        List<List<Seat>> chains,
        int activatedBy,
        StepStatus statusBefore,
        int completedBy,
        boolean isTouched,
        @Nullable Instant dueAt,
        @Nullable Duration remaining) {

    static Step waiting(String key) {
        return new Step(key, WAITING, 0, List.of(), 0, WAITING, 0, false, null, null);
    }

    Step status(StepStatus now) {
        return new Step(key, now, round, chains, activatedBy, statusBefore, completedBy, isTouched, dueAt, remaining);
    }

    Step chains(List<List<Seat>> now) {
        return new Step(key, status, round, now, activatedBy, statusBefore, completedBy, isTouched, dueAt, remaining);
    }

    Step touched() {
        return isTouched
                ? this
                : new Step(key, status, round, chains, activatedBy, statusBefore, completedBy, true, dueAt, remaining);
    }

    Step completedBy(int task) {
        return new Step(key, status, round, chains, activatedBy, statusBefore, task, isTouched, dueAt, remaining);
    }

    Step due(@Nullable Instant at, @Nullable Duration left) {
        return new Step(key, status, round, chains, activatedBy, statusBefore, completedBy, isTouched, at, left);
    }

    Step activated(int byTask, StepStatus before) {
        return new Step(key, StepStatus.ACTIVE, round, chains, byTask, before, 0, false, dueAt, remaining);
    }

    Step round(int now) {
        return new Step(key, status, now, chains, activatedBy, statusBefore, completedBy, isTouched, dueAt, remaining);
    }

    Step eachSeat(UnaryOperator<Seat> change) {
        return chains(chains.stream()
                .map(chain -> chain.stream().map(change).toList())
                .toList());
    }

    @Nullable
    Seat findSeat(int no) {
        for (var chain : chains) {
            for (var seat : chain) {
                if (seat.no() == no) {
                    return seat;
                }
            }
        }
        return null;
    }

    List<Seat> seats() {
        var seats = new ArrayList<Seat>();
        chains.forEach(seats::addAll);
        return seats;
    }

    /** the chain a seat stands in; empty when there is no such seat */
    List<Seat> chainOf(int no) {
        for (var chain : chains) {
            for (var seat : chain) {
                if (seat.no() == no) {
                    return chain;
                }
            }
        }
        return List.of();
    }

    /** the seats whose turn it is: the first of each chain that is not done */
    List<Seat> currentSeats() {
        var current = new ArrayList<Seat>();
        for (var chain : chains) {
            for (var seat : chain) {
                if (!seat.isDone()) {
                    current.add(seat);
                    break;
                }
            }
        }
        return current;
    }

    boolean isFinished() {
        for (var chain : chains) {
            for (var seat : chain) {
                if (!seat.isDone()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** what is left of the limit at this moment, never negative; null without a limit */
    @Nullable
    Duration left(Instant now) {
        if (dueAt == null) {
            return null;
        }
        return now.isBefore(dueAt) ? Duration.between(now, dueAt) : Duration.ZERO;
    }
}
