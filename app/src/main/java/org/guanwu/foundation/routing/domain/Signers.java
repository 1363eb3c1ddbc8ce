package org.guanwu.foundation.routing.domain;

import static org.guanwu.foundation.routing.domain.Proceeding.refuseIf;

import java.util.List;
import org.guanwu.foundation.routing.Assignee;
import org.guanwu.foundation.routing.SignerPlace;

/** 转办、加签、减签、指派、改派: who sits on a seat. */
final class Signers {

    private final Proceeding proceeding;
    private final Entitlement entitlement;
    private final Acting acting;
    private final Progress progress;

    Signers(Proceeding proceeding, Entitlement entitlement, Acting acting, Progress progress) {
        this.proceeding = proceeding;
        this.entitlement = entitlement;
        this.acting = acting;
        this.progress = progress;
    }

    void transfer(Command.Transfer command) {
        RouteTask task = entitlement.task(command.task(), false);
        proceeding.requireSeatVersion(task, command.seatVersion());
        entitlement.requireFree(task.step(), command.to(), task.seat());
        acting.markSeen(task);
        proceeding.emit(new RouteEvent.TaskEnded(task.no(), TaskOutcome.TRANSFERRED));
        move(task.step(), task.seat(), command.to(), task.no(), "");
        proceeding.because(TaskOutcome.TRANSFERRED);
    }

    void add(Command.AddSigner command) {
        RouteTask task = entitlement.task(command.task(), false);
        proceeding.requireSeatVersion(task, command.seatVersion());
        entitlement.requireFree(task.step(), command.person(), 0);
        acting.markSeen(task);
        if (command.place() == SignerPlace.BEFORE) {
            // it comes back to whoever asked
            proceeding.emit(new RouteEvent.SeatPinned(task.step(), task.seat(), task.principal()));
        }
        Seat seat = Seat.added(
                proceeding.route().nextSeat(),
                command.person(),
                proceeding.caller().person());
        proceeding.emit(new RouteEvent.SeatInserted(task.step(), task.seat(), command.place(), seat));
        proceeding.because(TaskOutcome.PARKED);
    }

    void remove(Command.RemoveSigner command) {
        proceeding.requireVersion(command.version());
        proceeding.requireOpen();
        Seat seat = proceeding.seatInRunningStep(command.step(), command.seat());
        refuseIf(seat.isDone(), RefusalReason.NOT_REMOVABLE);
        refuseIf(
                !proceeding.caller().isAdministrator() && !proceeding.caller().is(seat.addedBy()),
                RefusalReason.NOT_REMOVABLE);
        refuseIf(proceeding.step(command.step()).seats().size() == 1, RefusalReason.LAST_SIGNER);
        proceeding.emit(new RouteEvent.SeatRemoved(command.step(), command.seat()));
        proceeding.because(TaskOutcome.REMOVED);
        progress.completeIfFinished(command.step(), 0);
    }

    void dispatch(Command.Dispatch command) {
        RouteTask task = entitlement.dispatchTask(command.task());
        Seat seat = proceeding.getSeat(task.step(), command.seat());
        refuseIf(seat.isDone(), RefusalReason.NO_SUCH);
        refuseIf(
                proceeding.route().openTasks().stream()
                        .anyMatch(open -> open.step().equals(task.step()) && open.seat() == seat.no()),
                RefusalReason.NOT_VACANT);
        entitlement.requireFree(task.step(), command.to(), seat.no());
        proceeding.emit(new RouteEvent.SeatPinned(task.step(), seat.no(), command.to()));
        proceeding.because(TaskOutcome.DISPATCHED);
    }

    void reassign(Command.Reassign command) {
        refuseIf(!proceeding.caller().isAdministrator(), RefusalReason.NOT_PERMITTED);
        proceeding.requireVersion(command.version());
        proceeding.requireOpen();
        proceeding.requireReason(command.reason());
        Seat seat = proceeding.seatInRunningStep(command.step(), command.seat());
        refuseIf(seat.isDone(), RefusalReason.NO_SUCH);
        entitlement.requireFree(command.step(), command.to(), seat.no());
        move(command.step(), seat.no(), command.to(), 0, command.reason());
        proceeding.because(TaskOutcome.REASSIGNED);
    }

    private void move(String step, int seat, long to, int byTask, String reason) {
        proceeding.emit(new RouteEvent.SeatMoved(step, seat, List.of(new Assignee.Person(to)), byTask, reason));
    }
}
