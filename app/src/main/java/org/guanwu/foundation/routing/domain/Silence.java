package org.guanwu.foundation.routing.domain;

import java.time.Instant;
import java.util.List;
import org.guanwu.foundation.routing.OpinionKind;
import org.guanwu.foundation.routing.RouteStatus;
import org.guanwu.foundation.routing.StepSpec;
import org.jspecify.annotations.Nullable;

/** 逾期未复，视为无不同意见: only for somebody who was asked, and only after a full limit since he was told. */
final class Silence {

    static final String SENTENCE = "逾期未复，视为无不同意见";

    private final Proceeding proceeding;
    private final Progress progress;

    Silence(Proceeding proceeding, Progress progress) {
        this.proceeding = proceeding;
        this.progress = progress;
    }

    void sweep() {
        proceeding.because(TaskOutcome.REROUTED);
        if (proceeding.route().status() != RouteStatus.OPEN) {
            return;
        }
        for (StepSpec spec : proceeding.outline().specs()) {
            if (spec.silenceAgrees() && !spec.isJoint() && proceeding.route().isRunning(spec.key())) {
                deem(spec);
            }
        }
    }

    private void deem(StepSpec spec) {
        Step step = proceeding.step(spec.key());
        if (step.dueAt() == null || proceeding.now().isBefore(step.dueAt())) {
            return;
        }
        boolean isAnyDeemed = false;
        for (Seat seat : step.currentSeats()) {
            List<RouteTask> asked = tasksOf(spec.key(), seat);
            // a vacant seat was never asked: its silence says nothing
            if (asked.isEmpty() || !hasRunOut(spec, seat)) {
                continue;
            }
            giveDeemed(step, seat, asked.getLast().principal());
            asked.forEach(task -> proceeding.emit(new RouteEvent.TaskEnded(task.no(), TaskOutcome.DEEMED)));
            proceeding.emit(new RouteEvent.SeatDone(spec.key(), seat.no()));
            isAnyDeemed = true;
        }
        if (isAnyDeemed) {
            progress.completeIfFinished(spec.key(), 0);
        }
    }

    private List<RouteTask> tasksOf(String step, Seat seat) {
        return proceeding.route().openTasks().stream()
                .filter(task -> task.step().equals(step) && task.seat() == seat.no())
                .toList();
    }

    private boolean hasRunOut(StepSpec spec, Seat seat) {
        @Nullable Instant told = seat.notifiedAt();
        return told != null
                && !proceeding
                        .now()
                        .isBefore(proceeding.circumstances().limits().dueAt(told, spec.limitInWorkingDays()));
    }

    private void giveDeemed(Step step, Seat seat, long principal) {
        Route route = proceeding.route();
        proceeding.emit(new RouteEvent.OpinionGiven(new Opinion(
                route.nextOpinion(),
                step.key(),
                step.round(),
                seat.no(),
                seat.slot(),
                0,
                null,
                principal,
                OpinionKind.DEEMED,
                SENTENCE,
                route.contentVersion(),
                proceeding.circumstances().contentDigest(),
                route.seq() + 1,
                proceeding.now(),
                null)));
    }
}
