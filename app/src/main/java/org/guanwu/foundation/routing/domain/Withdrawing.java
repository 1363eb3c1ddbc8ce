package org.guanwu.foundation.routing.domain;

import static org.guanwu.foundation.routing.StepStatus.ACTIVE;
import static org.guanwu.foundation.routing.StepStatus.COMPLETED;
import static org.guanwu.foundation.routing.StepStatus.WAITING;
import static org.guanwu.foundation.routing.domain.Proceeding.refuseIf;

import java.util.ArrayList;
import java.util.List;

/** 撤回: an approval or a transfer is taken back while nobody has opened what it started. */
final class Withdrawing {

    private final Proceeding proceeding;
    private final Entitlement entitlement;

    Withdrawing(Proceeding proceeding, Entitlement entitlement) {
        this.proceeding = proceeding;
        this.entitlement = entitlement;
    }

    void withdraw(Command.Withdraw command) {
        RouteTask task = proceeding.route().tasks().get(command.task());
        if (task == null) {
            throw new Proceeding.Refused(RefusalReason.NO_SUCH);
        }
        refuseIf(!proceeding.caller().is(task.person()), RefusalReason.NOT_YOURS);
        proceeding.requireOpen();
        refuseIf(!proceeding.attendance().isPresent(task.person()), RefusalReason.NOT_ENTITLED);
        proceeding.inTheNameOf(task.principal());
        Step step = proceeding.step(task.step());
        Seat seat = step.findSeat(task.seat());
        if (seat == null || step.round() != task.round()) {
            throw new Proceeding.Refused(RefusalReason.NOTHING_TO_WITHDRAW);
        }
        if (task.outcome() == TaskOutcome.TRANSFERRED) {
            withdrawTransfer(task, seat);
        } else {
            withdrawApproval(task, step, seat);
        }
        proceeding.because(TaskOutcome.WITHDRAWN);
        Seat own = proceeding.seatOf(task);
        refuseIf(
                entitlement.candidates(task.step(), own).stream().noneMatch(h -> h.person() == task.person()),
                RefusalReason.NOT_ENTITLED);
    }

    private void withdrawTransfer(RouteTask task, Seat seat) {
        refuseIf(
                seat.movedByTask() != task.no()
                        || seat.isDone()
                        || !proceeding.route().isRunning(task.step()),
                RefusalReason.NOTHING_TO_WITHDRAW);
        refuseIf(seat.isTouched(), RefusalReason.OPENED);
        proceeding.emit(new RouteEvent.SeatMovedBack(task.step(), seat.no()));
    }

    private void withdrawApproval(RouteTask task, Step step, Seat seat) {
        refuseIf(task.outcome() != TaskOutcome.DONE || !seat.isDone(), RefusalReason.NOTHING_TO_WITHDRAW);
        Opinion mine = proceeding.route().counting(task.step()).stream()
                .filter(opinion -> opinion.task() == task.no())
                .findFirst()
                .orElseThrow(() -> new Proceeding.Refused(RefusalReason.NOTHING_TO_WITHDRAW));
        if (step.status() == ACTIVE && proceeding.route().isRunning(task.step())) {
            requireNobodyBehind(task, step, mine);
        } else {
            undoCompletion(task, step);
        }
        proceeding.emit(new RouteEvent.OpinionSuperseded(mine.no(), Superseded.WITHDRAWN));
        proceeding.emit(new RouteEvent.SeatReopened(task.step(), seat.no(), mine.principal()));
        proceeding.favor(seat.no());
    }

    /** The step still runs: the signers behind in the same chain have neither opened nor signed since. */
    private void requireNobodyBehind(RouteTask task, Step step, Opinion mine) {
        List<Seat> chain = step.chainOf(task.seat());
        int own = chain.indexOf(step.findSeat(task.seat()));
        for (Seat behind : chain.subList(own + 1, chain.size())) {
            // log positions, not done marks: kept opinions from before a return are older than mine
            refuseIf(
                    behind.isDone()
                            && proceeding.route().counting(task.step()).stream()
                                    .anyMatch(o -> o.seat() == behind.no() && o.seq() > mine.seq()),
                    RefusalReason.NOTHING_TO_WITHDRAW);
            refuseIf(
                    proceeding.route().tasks().values().stream()
                            .anyMatch(t -> t.step().equals(task.step())
                                    && t.seat() == behind.no()
                                    && t.createdSeq() > mine.seq()
                                    && t.isSeen()),
                    RefusalReason.OPENED);
        }
    }

    /** The act ended the step: what it caused, which may be nothing, is put back. */
    private void undoCompletion(RouteTask task, Step step) {
        refuseIf(step.status() != COMPLETED || step.completedBy() != task.no(), RefusalReason.NOTHING_TO_WITHDRAW);
        var started = new ArrayList<Step>();
        var finished = new ArrayList<Step>();
        for (Step other : proceeding.route().steps().values()) {
            if (other.activatedBy() == task.no() && other.status() != WAITING) {
                refuseIf(other.status() != ACTIVE, RefusalReason.NOTHING_TO_WITHDRAW);
                started.add(other);
            }
            if (other.completedBy() == task.no()
                    && other.status() == COMPLETED
                    && !other.key().equals(task.step())) {
                finished.add(other);
            }
        }
        refuseIf(started.stream().anyMatch(Step::isTouched), RefusalReason.OPENED);
        started.reversed()
                .forEach(other -> proceeding.emit(new RouteEvent.StepRevoked(other.key(), other.statusBefore())));
        finished.forEach(other -> proceeding.emit(new RouteEvent.StepUncompleted(other.key())));
        proceeding.emit(new RouteEvent.StepUncompleted(task.step()));
        refuseIf(!proceeding.route().isRunning(task.step()), RefusalReason.NOTHING_TO_WITHDRAW);
        requireLineStands(task);
    }

    /** Somebody else's act may have moved the line on since: then there would be two active steps in one lane. */
    private void requireLineStands(RouteTask task) {
        Route route = proceeding.route();
        for (Step other : route.steps().values()) {
            refuseIf(other.status() == ACTIVE && !route.isRunning(other.key()), RefusalReason.NOTHING_TO_WITHDRAW);
        }
        for (String key : proceeding.outline().path(task.step())) {
            long active = proceeding.outline().laneOf(key).steps().stream()
                    .filter(s -> route.step(s.key()).status() == ACTIVE)
                    .count();
            refuseIf(active != 1, RefusalReason.NOTHING_TO_WITHDRAW);
        }
    }
}
