package org.guanwu.foundation.routing.domain;

import static org.guanwu.foundation.routing.StepStatus.ACTIVE;
import static org.guanwu.foundation.routing.StepStatus.COMPLETED;
import static org.guanwu.foundation.routing.StepStatus.HALTED;
import static org.guanwu.foundation.routing.StepStatus.WAITING;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.guanwu.foundation.numbering.DocumentNumber;
import org.guanwu.foundation.routing.Assignee;
import org.guanwu.foundation.routing.LaneSpec;
import org.guanwu.foundation.routing.OpinionKind;
import org.guanwu.foundation.routing.StepMode;
import org.guanwu.foundation.routing.StepSpec;
import org.jspecify.annotations.Nullable;

/** Forward: a step ends, the next unsatisfied one starts, lanes join, the list closes. */
final class Progress {

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final int CHOSEN_SLOTS = 1000;

    private final Proceeding proceeding;

    Progress(Proceeding proceeding) {
        this.proceeding = proceeding;
    }

    void completeIfFinished(String key, int byTask) {
        Step step = proceeding.step(key);
        if (!step.isFinished() || step.status() != ACTIVE) {
            return;
        }
        for (Opinion opinion : proceeding.route().opinions()) {
            if (opinion.step().equals(key)
                    && opinion.superseded() == null
                    && !opinion.isReturn()
                    && opinion.round() < step.round()) {
                proceeding.emit(new RouteEvent.OpinionSuperseded(opinion.no(), Superseded.REPLACED));
            }
        }
        assignNumber(key);
        proceeding.emit(new RouteEvent.StepCompleted(key, byTask));
        advance(proceeding.outline().laneOf(key), byTask);
    }

    /** The number hangs on the completion of the step, however it comes about, and not on an approval. */
    private void assignNumber(String key) {
        if (!proceeding.spec(key).assignsNumber() || proceeding.route().number() != null) {
            return;
        }
        @Nullable DocumentNumber number = proceeding.circumstances().numbers().get();
        if (number != null) {
            proceeding.emit(new RouteEvent.NumberAssigned(number));
        }
    }

    /** the first step that is not satisfied runs; a list without one is through */
    void advance(LaneSpec lane, int byTask) {
        for (StepSpec step : lane.steps()) {
            if (!proceeding.route().isSatisfied(step.key())) {
                if (proceeding.step(step.key()).status() != ACTIVE) {
                    activate(step.key(), byTask);
                }
                return;
            }
        }
        @Nullable String joint = proceeding.outline().around(lane);
        if (joint == null) {
            proceeding.emit(new RouteEvent.RouteClosed());
            proceeding.because(TaskOutcome.CLOSED);
            return;
        }
        joinIfDone(joint, byTask);
    }

    private void joinIfDone(String joint, int byTask) {
        if (proceeding.step(joint).status() != ACTIVE) {
            return;
        }
        for (LaneSpec lane : proceeding.spec(joint).lanes()) {
            if (!proceeding.route().isDone(lane)) {
                return;
            }
        }
        proceeding.emit(new RouteEvent.StepCompleted(joint, byTask));
        advance(proceeding.outline().laneOf(joint), byTask);
    }

    void activate(String key, int byTask) {
        Step step = proceeding.step(key);
        if (proceeding.spec(key).isJoint()) {
            activateJoint(step, byTask);
            return;
        }
        if (step.status() == HALTED) {
            proceeding.emit(new RouteEvent.StepResumed(key, byTask, HALTED, dueAfterHalt(step)));
            completeIfFinished(key, byTask);
            return;
        }
        proceeding.emit(new RouteEvent.StepActivated(
                key, step.round() + 1, chains(key), byTask, WAITING, dueFromNow(proceeding.spec(key))));
    }

    private void activateJoint(Step step, int byTask) {
        if (step.status() == WAITING) {
            proceeding.emit(
                    new RouteEvent.StepActivated(step.key(), step.round() + 1, List.of(), byTask, WAITING, null));
        } else {
            proceeding.emit(new RouteEvent.StepResumed(
                    step.key(), byTask, step.status() == COMPLETED ? HALTED : step.status(), null));
        }
        runLanes(step.key(), byTask);
    }

    /** every lane that is not through runs; used again when a return has gone into one of them */
    void runLanes(String joint, int byTask) {
        for (LaneSpec lane : proceeding.spec(joint).lanes()) {
            if (proceeding.step(joint).status() != ACTIVE) {
                return;
            }
            boolean isRunning = lane.steps().stream()
                    .anyMatch(step -> proceeding.step(step.key()).status() == ACTIVE);
            if (!isRunning) {
                lane.steps().stream()
                        .filter(step -> !proceeding.route().isSatisfied(step.key()))
                        .findFirst()
                        .ifPresent(step -> activate(step.key(), byTask));
            }
        }
        joinIfDone(joint, byTask);
    }

    private @Nullable Instant dueFromNow(StepSpec spec) {
        return spec.limitInWorkingDays() == 0
                ? null
                : proceeding.circumstances().limits().dueAt(proceeding.now(), spec.limitInWorkingDays());
    }

    private @Nullable Instant dueAfterHalt(Step step) {
        StepSpec spec = proceeding.spec(step.key());
        if (spec.limitInWorkingDays() == 0 || step.remaining() == null) {
            return dueFromNow(spec);
        }
        return proceeding.now().plus(step.remaining().compareTo(LEAST) < 0 ? LEAST : step.remaining());
    }

    /** the seats a step would have if it began now */
    List<Seat> layout(String key) {
        return chains(key).stream().flatMap(List::stream).toList();
    }

    private record Place(int slot, List<Assignee> assignees) {}

    /** The mode is only the first layout: chains run in parallel, seats of one chain one after the other. */
    List<List<Seat>> chains(String key) {
        StepSpec spec = proceeding.spec(key);
        var chains = new ArrayList<List<Seat>>();
        var sequence = new ArrayList<Seat>();
        var single = new HashSet<Long>();
        int next = proceeding.route().nextSeat();
        for (Place place : places(spec)) {
            var people = proceeding.attendance().people(place.assignees());
            // the same single person named twice: one seat
            if (people.size() == 1 && !single.add(people.iterator().next())) {
                continue;
            }
            Seat seat = Seat.first(next++, place.slot(), place.assignees(), earlierHandler(key, place.slot()));
            if (spec.mode() == StepMode.SEQUENCE) {
                sequence.add(seat);
            } else {
                chains.add(List.of(seat));
            }
        }
        if (!sequence.isEmpty()) {
            chains.add(List.copyOf(sequence));
        }
        return List.copyOf(chains);
    }

    /** A choice widens the pool of a ONE step and makes one seat for each person in the other modes. */
    private List<Place> places(StepSpec spec) {
        Choice choice = proceeding.route().choices().get(spec.key());
        List<Long> chosen = choice == null ? List.of() : choice.people();
        var places = new ArrayList<Place>();
        var pool = new ArrayList<Assignee>();
        for (int slot = 0; slot < spec.assignees().size(); slot++) {
            Assignee assignee = spec.assignees().get(slot);
            boolean isChosen = assignee instanceof Assignee.ChosenBySender && !chosen.isEmpty();
            List<? extends Assignee> meant =
                    isChosen ? chosen.stream().map(Assignee.Person::new).toList() : List.of(assignee);
            pool.addAll(meant);
            for (int i = 0; i < meant.size(); i++) {
                places.add(new Place(isChosen ? (slot + 1) * CHOSEN_SLOTS + i : slot, List.of(meant.get(i))));
            }
        }
        return spec.mode() == StepMode.ONE ? List.of(new Place(0, List.copyOf(pool))) : places;
    }

    /** whoever signed this place before gets it again, unless somebody else has been chosen since */
    private @Nullable Long earlierHandler(String step, int slot) {
        Choice choice = proceeding.route().choices().get(step);
        @Nullable Long earlier = null;
        for (Opinion opinion : proceeding.route().opinions()) {
            if (opinion.step().equals(step)
                    && opinion.slot() == slot
                    && opinion.kind() == OpinionKind.APPROVE
                    && (choice == null || opinion.seq() > choice.seq())) {
                earlier = opinion.principal();
            }
        }
        return earlier;
    }
}
