package org.guanwu.foundation.routing.domain;

import static org.guanwu.foundation.routing.domain.Proceeding.refuseIf;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.guanwu.foundation.routing.RouteStatus;
import org.guanwu.foundation.routing.StepKind;
import org.guanwu.foundation.routing.StepStatus;
import org.guanwu.foundation.shared.ChinaTime;

/** 催办、挂起、恢复、作废、延长期限、传阅: acts on the route as a whole. */
final class Stewardship {

    private final Proceeding proceeding;

    Stewardship(Proceeding proceeding) {
        this.proceeding = proceeding;
    }

    /** The drafter, whoever sent it here and the routing administrator may remind; once a day for each task. */
    void remind(Command.Remind command) {
        RouteTask task = proceeding.route().tasks().get(command.task());
        if (task == null) {
            throw new Proceeding.Refused(RefusalReason.NO_SUCH);
        }
        refuseIf(!task.isOpen(), RefusalReason.TASK_ENDED);
        proceeding.requireOpen();
        refuseIf(!isConcerned(task), RefusalReason.NOT_PERMITTED);
        LocalDate today = ChinaTime.dateOf(proceeding.now());
        refuseIf(today.equals(task.remindedOn()), RefusalReason.REMINDED_TODAY);
        proceeding.emit(new RouteEvent.Reminded(task.no()));
    }

    private boolean isConcerned(RouteTask task) {
        Caller caller = proceeding.caller();
        RouteTask sending =
                proceeding.route().tasks().get(proceeding.step(task.step()).activatedBy());
        Seat seat = proceeding.step(task.step()).findSeat(task.seat());
        return caller.isAdministrator()
                || caller.is(proceeding.route().drafter())
                || sending != null && caller.is(sending.person())
                || seat != null && caller.is(seat.addedBy());
    }

    void suspend(Command.Suspend command) {
        requireLead();
        proceeding.requireVersion(command.version());
        proceeding.requireOpen();
        proceeding.requireReason(command.reason());
        proceeding.emit(new RouteEvent.RouteSuspended(command.reason()));
    }

    void resume(Command.Resume command) {
        requireLead();
        proceeding.requireVersion(command.version());
        Route route = proceeding.route();
        if (route.status() != RouteStatus.SUSPENDED || route.suspendedAt() == null) {
            throw new Proceeding.Refused(RefusalReason.NOT_SUSPENDED);
        }
        proceeding.emit(new RouteEvent.RouteResumed(Duration.between(route.suspendedAt(), proceeding.now())));
        proceeding.because(TaskOutcome.REROUTED);
    }

    /** The lead of the matter is whoever drafted it. */
    private void requireLead() {
        refuseIf(
                !proceeding.caller().isAdministrator()
                        && !proceeding.caller().is(proceeding.route().drafter()),
                RefusalReason.NOT_PERMITTED);
    }

    /** The drafter until it is issued; afterwards the administrator, with somebody's approval. */
    void voidRoute(Command.Void command) {
        proceeding.requireVersion(command.version());
        refuseIf(proceeding.route().status() == RouteStatus.VOIDED, RefusalReason.NOT_OPEN);
        proceeding.requireReason(command.reason());
        if (isIssued(proceeding.route())) {
            refuseIf(!proceeding.caller().isAdministrator(), RefusalReason.NOT_PERMITTED);
            refuseIf(
                    command.approvedBy() == null || proceeding.caller().is(command.approvedBy()),
                    RefusalReason.APPROVAL_MISSING);
        } else {
            requireLead();
        }
        proceeding.emit(new RouteEvent.RouteVoided(command.reason(), command.approvedBy()));
        proceeding.because(TaskOutcome.VOIDED);
    }

    static boolean isIssued(Route route) {
        if (route.number() != null || route.status() == RouteStatus.CLOSED) {
            return true;
        }
        return route.steps().values().stream()
                .anyMatch(step -> step.status() == StepStatus.COMPLETED
                        && route.outline().spec(step.key()).kind() == StepKind.ISSUANCE);
    }

    void circulate(Command.Circulate command) {
        List<Long> readers = command.readers().stream()
                .filter(reader -> proceeding.route().readings().stream().noneMatch(r -> r.reader() == reader))
                .sorted()
                .toList();
        if (!readers.isEmpty()) {
            proceeding.emit(new RouteEvent.Circulated(readers));
        }
    }

    void confirmReading() {
        Reading reading = proceeding.route().readings().stream()
                .filter(r -> proceeding.caller().is(r.reader()) && !r.isConfirmed())
                .findFirst()
                .orElseThrow(() -> new Proceeding.Refused(RefusalReason.NO_SUCH));
        proceeding.emit(new RouteEvent.ReadingConfirmed(reading.no()));
    }

    /** The rule that permits it belongs to the matter's own module; here only: never earlier, and with its basis. */
    void extendDeadline(Command.ExtendDeadline command) {
        LocalDate due = proceeding.route().dueOn();
        refuseIf(due != null && !command.to().isAfter(due), RefusalReason.NOT_LATER);
        proceeding.requireReason(command.basis());
        proceeding.emit(new RouteEvent.DeadlineExtended(command.to(), command.basis()));
    }
}
