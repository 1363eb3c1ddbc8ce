package org.guanwu.foundation.routing.domain;

import static org.guanwu.foundation.routing.domain.Proceeding.refuseIf;

import java.util.List;
import java.util.Map;
import org.guanwu.foundation.routing.Assignee;
import org.guanwu.foundation.routing.OpinionKind;
import org.guanwu.foundation.routing.RouteStatus;
import org.guanwu.foundation.routing.StepStatus;
import org.jspecify.annotations.Nullable;

/** 打开、同意、修改正文、选定办理人: what the holder of a task does with it. */
final class Acting {

    private final Proceeding proceeding;
    private final Entitlement entitlement;
    private final Progress progress;

    Acting(Proceeding proceeding, Entitlement entitlement, Progress progress) {
        this.proceeding = proceeding;
        this.entitlement = entitlement;
        this.progress = progress;
    }

    void open(Command.Open command) {
        markSeen(entitlement.task(command.task(), true));
    }

    void markSeen(RouteTask task) {
        if (!task.isSeen()) {
            proceeding.emit(new RouteEvent.TaskSeen(task.no()));
        }
    }

    void approve(Command.Approve command) {
        RouteTask task = entitlement.task(command.task(), false);
        proceeding.requireSeatVersion(task, command.seatVersion());
        refuseIf(proceeding.route().contentVersion() != command.contentVersion(), RefusalReason.TEXT_CHANGED);
        refuseIf(proceeding.route().outdatedBefore(task.step()) != null, RefusalReason.SIGN_AGAIN_FIRST);
        for (Map.Entry<String, List<Long>> choice : command.choices().entrySet()) {
            choose(task, choice.getKey(), choice.getValue());
        }
        giveOpinion(task, OpinionKind.APPROVE, command.text());
        proceeding.emit(new RouteEvent.TaskEnded(task.no(), TaskOutcome.DONE));
        proceeding.emit(new RouteEvent.SeatDone(task.step(), task.seat()));
        proceeding.because(TaskOutcome.TAKEN);
        progress.completeIfFinished(task.step(), task.no());
        boolean hasUnread = proceeding.route().readings().stream().anyMatch(r -> !r.isConfirmed());
        refuseIf(
                proceeding.route().status() == RouteStatus.CLOSED
                        && hasUnread
                        && command.text().isBlank(),
                RefusalReason.UNREAD);
    }

    void giveOpinion(RouteTask task, OpinionKind kind, String text) {
        @Nullable Seat seat = proceeding.step(task.step()).findSeat(task.seat());
        Route route = proceeding.route();
        proceeding.emit(new RouteEvent.OpinionGiven(new Opinion(
                route.nextOpinion(),
                task.step(),
                proceeding.step(task.step()).round(),
                task.seat(),
                seat == null ? Seat.ADDED : seat.slot(),
                task.no(),
                task.person(),
                task.principal(),
                kind,
                text,
                route.contentVersion(),
                proceeding.circumstances().contentDigest(),
                route.seq() + 1,
                proceeding.now(),
                null)));
    }

    /** What counts as substantive is declared by the editor and shown to the next reader. */
    void edit(Command.Edit command) {
        RouteTask task = entitlement.task(command.task(), false);
        refuseIf(!proceeding.spec(task.step()).mayEdit(), RefusalReason.NO_EDIT);
        refuseIf(proceeding.route().contentVersion() != command.contentVersion(), RefusalReason.TEXT_CHANGED);
        markSeen(task);
        proceeding.emit(new RouteEvent.ContentChanged(command.isSubstantive()));
    }

    void choose(Command.Choose command) {
        RouteTask task = entitlement.task(command.task(), false);
        proceeding.requireSeatVersion(task, command.seatVersion());
        choose(task, command.step(), command.people());
    }

    private void choose(RouteTask task, String step, List<Long> people) {
        refuseIf(!isOpenToChoice(proceeding.route(), task, step), RefusalReason.BAD_CHOICE);
        refuseIf(people.isEmpty() || people.stream().distinct().count() < people.size(), RefusalReason.BAD_CHOICE);
        for (long person : people) {
            refuseIf(entitlement.separated(step).contains(person), RefusalReason.SEPARATION);
            refuseIf(proceeding.attendance().actingFor(person).isEmpty(), RefusalReason.NOBODY);
        }
        Choice before = proceeding.route().choices().get(step);
        if (before == null || !before.people().equals(people)) {
            proceeding.emit(new RouteEvent.AssigneesChosen(step, List.copyOf(people)));
        }
    }

    /** later on the same line of work, not begun, and the template leaves it to the sender */
    static boolean isOpenToChoice(Route route, RouteTask task, String step) {
        return route.outline().has(step)
                && route.outline().order(task.step(), step) < 0
                && (route.step(step).status() == StepStatus.WAITING
                        || route.step(step).status() == StepStatus.COMPLETED)
                && route.outline().spec(step).assignees().contains(new Assignee.ChosenBySender());
    }
}
