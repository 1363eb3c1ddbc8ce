package org.guanwu.foundation.routing.domain;

import static org.guanwu.foundation.routing.StepStatus.ACTIVE;
import static org.guanwu.foundation.routing.StepStatus.COMPLETED;
import static org.guanwu.foundation.routing.StepStatus.WAITING;
import static org.guanwu.foundation.routing.domain.Proceeding.refuseIf;

import java.util.List;
import org.guanwu.foundation.routing.LaneSpec;
import org.guanwu.foundation.routing.OpinionKind;
import org.guanwu.foundation.routing.RouteStatus;
import org.guanwu.foundation.routing.StepSpec;
import org.jspecify.annotations.Nullable;

/** 退回、重新办理: backwards, step by step or straight back, keeping or dropping the opinions in between. */
final class Returning {

    private final Proceeding proceeding;
    private final Entitlement entitlement;
    private final Acting acting;
    private final Progress progress;

    Returning(Proceeding proceeding, Entitlement entitlement, Acting acting, Progress progress) {
        this.proceeding = proceeding;
        this.entitlement = entitlement;
        this.acting = acting;
        this.progress = progress;
    }

    void returnTo(Command.Return command) {
        RouteTask task = entitlement.task(command.task(), true);
        proceeding.requireVersion(command.version());
        proceeding.requireReason(command.text());
        refuseIf(command.dropsOpinions() && command.straightBack(), RefusalReason.DROP_AND_BACK);
        refuseIf(!proceeding.outline().has(command.target()), RefusalReason.BAD_TARGET);
        if (command.target().equals(task.step())) {
            returnWithinSequence(task, command);
            return;
        }
        Step target = proceeding.step(command.target());
        refuseIf(
                proceeding.outline().order(command.target(), task.step()) >= 0 || target.status() != COMPLETED,
                RefusalReason.BAD_TARGET);
        refuseIf(
                command.seat() != 0
                        && (target.findSeat(command.seat()) == null
                                || proceeding.spec(command.target()).isJoint()),
                RefusalReason.BAD_TARGET);
        giveUp(task, command);
        moveBack(
                command.target(),
                command.seat(),
                task.step(),
                command.dropsOpinions(),
                command.straightBack(),
                task.no());
    }

    private void giveUp(RouteTask task, Command.Return command) {
        acting.giveOpinion(task, OpinionKind.RETURN, command.text());
        proceeding.emit(new RouteEvent.TaskEnded(task.no(), TaskOutcome.RETURNED));
        proceeding.because(TaskOutcome.RECALLED);
    }

    /** to an earlier signer of the own sequence */
    private void returnWithinSequence(RouteTask task, Command.Return command) {
        List<Seat> chain = proceeding.step(task.step()).chainOf(task.seat());
        refuseIf(
                chain.stream().noneMatch(seat -> seat.no() == command.seat() && seat.isDone()),
                RefusalReason.BAD_TARGET);
        giveUp(task, command);
        boolean isBehindTarget = false;
        for (Seat seat : chain) {
            boolean isTarget = seat.no() == command.seat();
            isBehindTarget = (isBehindTarget || isTarget) && seat.no() != task.seat();
            if (isBehindTarget && seat.isDone() && (isTarget || !command.straightBack())) {
                reopenSeat(task.step(), seat);
            }
        }
    }

    private void reopenSeat(String step, Seat seat) {
        @Nullable Opinion last = null;
        for (Opinion opinion : proceeding.route().counting(step)) {
            if (opinion.seat() == seat.no()) {
                last = opinion;
            }
        }
        if (last != null) {
            proceeding.emit(new RouteEvent.OpinionSuperseded(last.no(), Superseded.REDONE));
        }
        proceeding.emit(new RouteEvent.SeatReopened(step, seat.no(), last == null ? null : last.principal()));
    }

    void reopen(Command.Reopen command) {
        refuseIf(
                !proceeding.caller().isAdministrator()
                        && !proceeding.caller().is(proceeding.route().endedBy()),
                RefusalReason.NOT_PERMITTED);
        proceeding.requireVersion(command.version());
        refuseIf(proceeding.route().status() != RouteStatus.CLOSED, RefusalReason.NOT_CLOSED);
        refuseIf(!proceeding.outline().has(command.target()), RefusalReason.BAD_TARGET);
        proceeding.requireReason(command.reason());
        proceeding.emit(new RouteEvent.RouteReopened(command.reason()));
        moveBack(command.target(), 0, null, false, command.straightBack(), 0);
    }

    /** @param from null: from behind the last step, after closing */
    private void moveBack(
            String target, int seat, @Nullable String from, boolean drops, boolean straightBack, int byTask) {
        Outline outline = proceeding.outline();
        List<String> down = outline.path(target);
        List<String> here = from == null ? List.of() : outline.path(from);
        int fork = 0; // the first difference: same lane, the target's step earlier
        while (from != null && down.get(fork).equals(here.get(fork))) {
            fork++;
        }
        leave(down.get(fork), from == null ? null : here.get(fork), drops, straightBack);
        for (int depth = fork; depth < down.size() - 1; depth++) {
            enterJoint(down.get(depth), down.get(depth + 1), drops, straightBack);
        }
        startAgain(target, seat, drops, byTask);
        for (int depth = fork; depth < down.size() - 1; depth++) {
            progress.runLanes(down.get(depth), byTask); // other authorities whose signed text is outdated now
        }
    }

    /** everything behind the target in the lane that holds both */
    private void leave(String target, @Nullable String current, boolean drops, boolean straightBack) {
        LaneSpec lane = proceeding.outline().laneOf(target);
        int first = proceeding.outline().position(target) + 1;
        int last = current == null ? lane.steps().size() : proceeding.outline().position(current);
        for (int i = first; i < lane.steps().size(); i++) {
            String key = lane.steps().get(i).key();
            if (i == last && straightBack) {
                halt(key);
            } else if (i <= last && !straightBack) {
                reset(key, drops);
            } else if (i > last && drops) {
                reset(key, true);
            }
        }
    }

    private void enterJoint(String joint, String inner, boolean drops, boolean straightBack) {
        proceeding.emit(new RouteEvent.StepUncompleted(joint));
        if (straightBack) {
            return;
        }
        List<StepSpec> lane = proceeding.outline().laneOf(inner).steps();
        for (int i = proceeding.outline().position(inner) + 1; i < lane.size(); i++) {
            reset(lane.get(i).key(), drops);
        }
    }

    private void startAgain(String target, int seat, boolean drops, int byTask) {
        if (proceeding.spec(target).isJoint()) {
            reset(target, drops);
            progress.activate(target, byTask);
        } else if (seat != 0) {
            proceeding.emit(new RouteEvent.StepUncompleted(target));
            reopenSeat(target, proceeding.getSeat(target, seat));
        } else {
            if (drops) {
                drop(target);
            }
            proceeding.emit(new RouteEvent.StepReset(target));
            progress.activate(target, byTask);
        }
    }

    private void halt(String key) {
        if (proceeding.step(key).status() != ACTIVE) {
            return;
        }
        proceeding.emit(new RouteEvent.StepHalted(key, proceeding.step(key).left(proceeding.now())));
        for (String inner : proceeding.outline().inside(key)) {
            if (proceeding.step(inner).status() == ACTIVE) {
                proceeding.emit(
                        new RouteEvent.StepHalted(inner, proceeding.step(inner).left(proceeding.now())));
            }
        }
    }

    private void reset(String key, boolean drops) {
        resetOne(key, drops);
        proceeding.outline().inside(key).forEach(inner -> resetOne(inner, drops));
    }

    private void resetOne(String key, boolean drops) {
        if (drops) {
            drop(key);
        }
        if (proceeding.step(key).status() != WAITING) {
            proceeding.emit(new RouteEvent.StepReset(key));
        }
    }

    private void drop(String key) {
        for (Opinion opinion : proceeding.route().opinions()) {
            if (opinion.step().equals(key) && opinion.superseded() == null && !opinion.isReturn()) {
                proceeding.emit(new RouteEvent.OpinionSuperseded(opinion.no(), Superseded.DROPPED));
            }
        }
    }
}
