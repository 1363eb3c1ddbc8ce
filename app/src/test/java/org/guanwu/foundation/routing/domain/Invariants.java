package org.guanwu.foundation.routing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.guanwu.foundation.routing.LaneSpec;
import org.guanwu.foundation.routing.OpinionKind;
import org.guanwu.foundation.routing.RouteStatus;
import org.guanwu.foundation.routing.SignerPlace;
import org.guanwu.foundation.routing.StepSpec;
import org.guanwu.foundation.routing.StepStatus;
import org.guanwu.foundation.routing.domain.Attendance.Holder;
import org.jspecify.annotations.Nullable;

/** I1 to I12 of the specification, asked of a {@link World} around each accepted command. */
final class Invariants {

    static final Map<String, Integer> STATISTICS = new ConcurrentHashMap<>();

    /** straight back: when the target is done again, it comes back to the returner's step */
    private record Promise(String target, String returner) {}

    private final World world;
    private final Map<Integer, LocalDate> reminded = new HashMap<>();
    private @Nullable Promise promise;

    Invariants(World world) {
        this.world = world;
    }

    static void check(boolean holds, String message) {
        if (!holds) {
            throw new World.Broken(message);
        }
    }

    static void count(String what) {
        STATISTICS.merge(what, 1, Integer::sum);
    }

    void forgetPromise() {
        promise = null;
    }

    private Route route() {
        return world.route;
    }

    private static RouteTask task(Route route, int no) {
        return Objects.requireNonNull(route.tasks().get(no));
    }

    // ---- the log ---------------------------------------------------------------------------------------------

    void write(@Nullable Command command, Decision decision) {
        @Nullable
        Instant last = world.log.isEmpty() ? null : world.log.getLast().at();
        for (LogEntry entry : decision.entries()) {
            check(
                    entry.seq() == world.log.size() + 1
                            && (last == null || !entry.at().isBefore(last)),
                    "log not monotone");
            world.log.add(entry);
            switch (entry.event()) {
                case RouteEvent.OpinionGiven o -> world.texts.add(o.opinion().text());
                case RouteEvent.NumberAssigned n -> {
                    check(world.number == null, "second number");
                    world.number = n.number();
                }
                case RouteEvent.Reminded r -> {
                    LocalDate today = org.guanwu.foundation.shared.ChinaTime.dateOf(entry.at());
                    check(!today.equals(reminded.put(r.task(), today)), "reminded twice in a day");
                }
                default -> {}
            }
        }
        switch (command) {
            case Command.ExtendDeadline c -> world.dueOn = c.to();
            case Command.Approve c -> check(world.texts.contains(c.text()), "opinion lost at once");
            case Command.Return c -> check(world.texts.contains(c.text()), "return opinion lost at once");
            case null, default -> {}
        }
    }

    void checkReplay(int prefix) {
        Route replayed = Route.fold(world.log);
        Route now = route();
        check(
                replayed.steps().equals(now.steps())
                        && replayed.tasks().equals(now.tasks())
                        && replayed.opinions().equals(now.opinions())
                        && replayed.readings().equals(now.readings())
                        && replayed.choices().equals(now.choices())
                        && replayed.status() == now.status()
                        && replayed.version() == now.version()
                        && Objects.equals(replayed.number(), now.number())
                        && replayed.contentVersion() == now.contentVersion()
                        && replayed.substantiveVersion() == now.substantiveVersion()
                        && Objects.equals(replayed.dueOn(), now.dueOn())
                        && replayed.isUnattended() == now.isUnattended()
                        && replayed.nextSeat() == now.nextSeat(),
                "replay differs");
        Route.fold(world.log.subList(0, Math.max(1, prefix)));
        long created = world.log.stream()
                .filter(e -> e.event() instanceof RouteEvent.TaskCreated)
                .count();
        long ended = world.log.stream()
                .filter(e -> e.event() instanceof RouteEvent.TaskEnded)
                .count();
        check(created - ended == now.openTasks().size(), "tasks created and ended do not balance");
    }

    // ---- around a command ------------------------------------------------------------------------------------

    void beforeAccepting(Route before, Route seen, Command command, Decision decision) {
        if (seen != before) {
            checkStaleScreen(before, seen, command);
        }
        for (LogEntry entry : decision.entries()) {
            if (entry.event() instanceof RouteEvent.OpinionGiven o
                    && o.opinion().kind() == OpinionKind.DEEMED) {
                checkSilence(before, o.opinion());
            }
        }
        if (command instanceof Command.Approve approve) {
            String step = task(before, approve.task()).step();
            check(before.outdatedBefore(step) == null, "went on over an outdated signature");
            for (StepSpec spec : world.outline.specs()) {
                check(
                        !(world.outline.order(spec.key(), step) < 0
                                && before.step(spec.key()).status() == StepStatus.COMPLETED
                                && before.isTextStale(spec.key())),
                        "went on over an outdated signature");
            }
        }
        if (command instanceof Command.AddSigner add && add.place() == SignerPlace.BEFORE) {
            RouteTask asking = task(before, add.task());
            if (asking.person() == asking.principal()) {
                world.parked.put(before.nextSeat(), asking.person() + "|" + asking.seat());
            }
        }
        if (command instanceof Command.Reassign reassign) {
            world.parked.values().removeIf(v -> v.endsWith("|" + reassign.seat()));
        }
    }

    private static void checkStaleScreen(Route before, Route seen, Command command) {
        boolean isSameVersion = seen.version() == before.version();
        switch (command) {
            case Command.Approve c -> {
                check(seen.contentVersion() == before.contentVersion(), "approved a text not seen");
                check(task(before, c.task()).isOpen(), "acted on an ended task");
            }
            case Command.Return _ -> check(isSameVersion, "stale return obeyed");
            case Command.Reassign _ -> check(isSameVersion, "stale reassign obeyed");
            case Command.RemoveSigner _ -> check(isSameVersion, "stale removal obeyed");
            case Command.Reopen _ -> check(isSameVersion, "stale reopen obeyed");
            default -> {}
        }
    }

    /** silence counts only for somebody who was asked in time */
    private void checkSilence(Route before, Opinion deemed) {
        check(
                before.openTasks().stream()
                        .anyMatch(t -> t.step().equals(deemed.step()) && t.seat() == deemed.seat() && t.isAct()),
                "nobody was asked, yet deemed to agree");
        @Nullable Instant told = null;
        for (LogEntry entry : world.log) {
            if (entry.event() instanceof RouteEvent.SeatNotified n
                    && n.seat() == deemed.seat()
                    && n.step().equals(deemed.step())) {
                told = entry.at();
            }
        }
        int limit = world.outline.spec(deemed.step()).limitInWorkingDays();
        check(
                told != null && !world.at().isBefore(told.plusSeconds(3600L * limit)),
                "deemed to agree before the notice ran out");
        count("deemed");
    }

    void afterAccepting(Route before, Caller caller, Command command, Decision decision) {
        checkParked();
        if (command instanceof Command.Return back) {
            checkStepByStep(before, back);
        }
        if (command instanceof Command.Withdraw withdrawn) {
            checkNothingSeenVanished(before, withdrawn);
        }
        if (command instanceof Command.Approve approve) {
            RouteTask acted = task(before, approve.task());
            check(
                    world.attendance()
                            .actingFor(acted.principal())
                            .contains(new Holder(acted.person(), acted.principal())),
                    "acted in a name without a delegation: " + acted);
            Decision again = world.attempt(route(), caller, command);
            check(
                    again.refusal() == RefusalReason.ALREADY_DONE || again.refusal() == RefusalReason.NOT_OPEN,
                    "second tab was obeyed: " + again.refusal());
            if (route().status() == RouteStatus.OPEN) {
                checkUndoable(before, approve);
            }
        }
        checkChosen(decision);
        followPromise(before, command, decision);
    }

    private void checkParked() {
        world.parked.forEach((added, value) -> {
            String[] who = value.split("\\|");
            long asker = Long.parseLong(who[0]);
            for (Step step : route().steps().values()) {
                Seat before = step.findSeat(added);
                Seat own = step.findSeat(Integer.parseInt(who[1]));
                if (before != null
                        && !before.isDone()
                        && step.currentSeats().contains(before)
                        && own != null
                        && !own.isDone()
                        && own.movedFrom() == null
                        && (own.pinned() == null || own.pinned() == asker)) {
                    check(
                            route().openTasks().stream()
                                    .noneMatch(t -> t.step().equals(step.key()) && t.isAct() && t.person() == asker),
                            "who waits for another's opinion was given a second seat");
                }
            }
        });
    }

    private void checkStepByStep(Route before, Command.Return back) {
        String current = task(before, back.task()).step();
        if (back.straightBack() || back.target().equals(current)) {
            return;
        }
        for (String step : world.outline.keys()) {
            if (world.outline.order(back.target(), step) < 0 && world.outline.order(step, current) < 0) {
                check(
                        route().step(step).status() == StepStatus.WAITING,
                        "step by step, yet a step in between stands: " + step);
            }
        }
    }

    private void checkNothingSeenVanished(Route before, Command.Withdraw withdrawn) {
        if (task(before, withdrawn.task()).outcome() != TaskOutcome.DONE) {
            return;
        }
        for (RouteTask open : before.openTasks()) {
            if (open.isSeen() && open.isAct() && !isMovedByStaff(open)) {
                check(task(route(), open.no()).isOpen(), "withdraw took away a task that had been opened: " + open);
            }
        }
    }

    private boolean isMovedByStaff(RouteTask open) {
        Step step = route().step(open.step());
        Seat seat = step.findSeat(open.seat());
        Attendance attendance = world.attendance();
        return seat == null
                || !attendance.isPresent(open.person())
                || barred(open.step()).contains(open.person())
                || barred(open.step()).contains(open.principal())
                || attendance.holders(seat.assignees(), Set.of()).stream().noneMatch(h -> h.person() == open.person())
                || seat.pinned() != null
                || step.seats().size() > 1;
    }

    /** I11: an approval that nobody has opened yet can be taken back, and everything stands as before */
    private void checkUndoable(Route before, Command.Approve approve) {
        RouteTask acted = task(before, approve.task());
        if (route().step(acted.step()).round() != acted.round()) {
            return; // an outdated co-signature has started the step again
        }
        Decision undone = world.attempt(route(), Caller.holder(acted.person()), new Command.Withdraw(approve.task()));
        count("trial withdrawals");
        check(undone.isAccepted(), "fresh approval cannot be withdrawn: " + undone.refusal());
        boolean isSettled = world.attempt(before, Caller.SYSTEM, new Command.Sweep())
                .entries()
                .isEmpty();
        check(
                !isSettled || shape(undone.after()).equals(shape(before)),
                "withdraw does not restore:\n " + shape(before) + "\n " + shape(undone.after()));
        check(Objects.equals(undone.after().number(), route().number()), "withdraw touched the number");
        check(
                undone.after().openTasks().stream()
                        .anyMatch(t -> t.step().equals(acted.step()) && t.person() == acted.person() && t.isAct()),
                "the withdrawer did not get his paper back");
    }

    /** 由上一环节选定: a step that begins after a choice has a place for each chosen person */
    private void checkChosen(Decision decision) {
        for (LogEntry entry : decision.entries()) {
            if (entry.event() instanceof RouteEvent.StepActivated activated) {
                Choice choice = route().choices().get(activated.step());
                if (choice == null || choice.seq() > entry.seq()) {
                    continue;
                }
                var meant = new ArrayList<Object>();
                activated.chains().forEach(chain -> chain.forEach(seat -> meant.addAll(seat.assignees())));
                Set<Long> people = new HashSet<>();
                activated
                        .chains()
                        .forEach(chain -> chain.forEach(
                                seat -> people.addAll(world.attendance().people(seat.assignees()))));
                for (long chosen : choice.people()) {
                    check(
                            people.contains(chosen)
                                    || meant.contains(new org.guanwu.foundation.routing.Assignee.Person(chosen)),
                            "chosen but not asked: " + chosen + " in " + activated.step());
                }
                count("steps begun after a choice");
            }
        }
    }

    private void followPromise(Route before, Command command, Decision decision) {
        Promise made = promise;
        boolean isDisturbed = decision.entries().stream()
                .map(LogEntry::event)
                .anyMatch(e -> e instanceof RouteEvent.ContentChanged
                        || e instanceof RouteEvent.StepReset
                        || e instanceof RouteEvent.StepRevoked
                        || e instanceof RouteEvent.StepHalted
                        || e instanceof RouteEvent.SeatReopened);
        if (made != null && isDisturbed) {
            promise = null;
        } else if (made != null
                && decision.entries().stream()
                        .anyMatch(e -> e.event() instanceof RouteEvent.StepCompleted c
                                && c.step().equals(made.target()))) {
            promise = null;
            check(route().isRunning(made.returner()), "straight back did not come back to " + made.returner());
            count("straight-back promises kept");
        }
        if (command instanceof Command.Return back
                && back.straightBack()
                && !back.target().equals(task(before, back.task()).step())
                && !world.outline.spec(back.target()).isJoint()
                && world.outline.path(back.target()).size() == 1
                && route().steps().keySet().stream().noneMatch(route()::isTextStale)) {
            promise = new Promise(back.target(), task(before, back.task()).step());
        }
    }

    // ---- the state -------------------------------------------------------------------------------------------

    void checkState() {
        Route route = route();
        check(route.opinions().size() == world.texts.size(), "an opinion vanished");
        for (int i = 0; i < world.texts.size(); i++) {
            check(route.opinions().get(i).text().equals(world.texts.get(i)), "an opinion was edited");
        }
        check(Objects.equals(route.number(), world.number), "number changed");
        check(Objects.equals(route.dueOn(), world.dueOn), "matter deadline lost");
        List<RouteTask> open = route.openTasks();
        var keys = new HashSet<String>();
        for (RouteTask task : open) {
            check(
                    keys.add(task.step() + "|" + task.person() + "|" + task.nature()),
                    "two open tasks for one person and step: " + task);
        }
        boolean isEnded = route.status() == RouteStatus.CLOSED || route.status() == RouteStatus.VOIDED;
        check(!isEnded || open.isEmpty(), "open task after the end");
        if (route.status() == RouteStatus.CLOSED) {
            checkClosed();
        }
        route.steps().values().forEach(this::checkSeats);
        checkNumber();
        checkSeparation();
        if (!isEnded) {
            checkLane(world.outline.main(), true);
        }
        if (route.status() == RouteStatus.OPEN) {
            checkHolders(open);
        }
    }

    private void checkClosed() {
        for (StepSpec spec : world.outline.specs()) {
            check(route().isSatisfied(spec.key()), "closed with unfinished step " + spec.key());
            check(spec.isJoint() || !route().counting(spec.key()).isEmpty(), "step silently skipped: " + spec.key());
            check(!route().isTextStale(spec.key()), "closed on a text the signer never saw");
        }
    }

    /** I4: always when the numbering step has completed, however it completed */
    private void checkNumber() {
        for (StepSpec spec : world.outline.specs()) {
            check(
                    !spec.assignsNumber()
                            || route().step(spec.key()).status() != StepStatus.COMPLETED
                            || route().number() != null,
                    "numbering step completed without a number");
        }
    }

    private void checkSeats(Step step) {
        if (step.status() == StepStatus.WAITING) {
            check(step.chains().isEmpty(), "waiting step with seats");
            return;
        }
        if (world.outline.spec(step.key()).isJoint()) {
            return;
        }
        check(!step.seats().isEmpty(), "step without seats " + step.key());
        for (Seat seat : step.seats()) {
            long counting = route().counting(step.key()).stream()
                    .filter(o -> o.seat() == seat.no())
                    .count();
            check(
                    counting == (seat.isDone() ? 1 : 0),
                    "seat " + seat.no() + " done=" + seat.isDone() + " has " + counting + " counting opinions in "
                            + step.key());
        }
        check(step.status() != StepStatus.COMPLETED || step.isFinished(), "completed with open seats");
        check(
                step.status() != StepStatus.ACTIVE || !step.isFinished(),
                "active with nothing left to do: " + step.key());
    }

    /** I5 */
    private void checkSeparation() {
        for (StepSpec a : world.outline.specs()) {
            var hands = new HashSet<Long>();
            for (Opinion opinion : route().counting(a.key())) {
                check(
                        opinion.person() == null || hands.add(opinion.person()),
                        "one person gave two opinions in one step " + a.key());
            }
            for (StepSpec b : world.outline.specs()) {
                if (a.key().compareTo(b.key()) < 0
                        && !Collections.disjoint(a.separationGroups(), b.separationGroups())) {
                    var inA = names(a.key());
                    check(Collections.disjoint(inA, names(b.key())), "four eyes broken: " + a.key() + "/" + b.key());
                }
            }
        }
    }

    private Set<Long> names(String step) {
        var names = new HashSet<Long>();
        for (Opinion opinion : route().counting(step)) {
            if (opinion.person() != null && !route().isOutdated(opinion)) {
                names.add(opinion.person());
                names.add(Objects.requireNonNull(opinion.principal()));
            }
        }
        return names;
    }

    /** I1, I7 */
    private void checkLane(LaneSpec lane, boolean mustRun) {
        int active = 0;
        for (StepSpec spec : lane.steps()) {
            boolean isActive = route().step(spec.key()).status() == StepStatus.ACTIVE;
            if (isActive) {
                active++;
                check(mustRun, "active inside a resting joint step: " + spec.key());
            }
            for (LaneSpec inner : spec.lanes()) {
                checkLane(inner, isActive && mustRun);
            }
        }
        if (mustRun) {
            int expected = route().isDone(lane) && lane != world.outline.main() ? 0 : 1;
            check(active == expected, "lane " + lane.key() + " has " + active + " active steps");
        }
    }

    /** independent of the product's own reading: hands and names of all counting opinions, in either direction */
    private Set<Long> barred(String step) {
        var people = new HashSet<Long>();
        Set<String> groups = world.outline.spec(step).separationGroups();
        for (Opinion opinion : route().opinions()) {
            boolean isHere = opinion.step().equals(step);
            if (!route().counts(opinion)
                    || opinion.person() == null
                    || route().isOutdated(opinion) && !isHere
                    || !isHere
                            && Collections.disjoint(
                                    groups, world.outline.spec(opinion.step()).separationGroups())) {
                continue;
            }
            people.add(opinion.person());
            people.add(Objects.requireNonNull(opinion.principal()));
        }
        return people;
    }

    private void checkHolders(List<RouteTask> open) {
        Attendance attendance = world.attendance();
        for (RouteTask task : open) {
            Step step = route().step(task.step());
            check(attendance.isPresent(task.person()), "task with an absent person: " + task);
            check(
                    route().isRunning(task.step()) && step.round() == task.round(),
                    "task on a step that does not run: " + task);
            if (task.isAct()) {
                Seat seat = step.findSeat(task.seat());
                check(seat != null && step.currentSeats().contains(seat), "task on a seat that is not current");
                Set<Long> barred = barred(task.step());
                check(
                        !barred.contains(task.person()) && !barred.contains(task.principal()),
                        "task for a barred person");
            }
        }
        for (StepSpec spec : world.outline.specs()) {
            if (!spec.isJoint() && route().isRunning(spec.key())) {
                checkAttended(spec, open, attendance);
            }
        }
        check(!open.isEmpty() || route().isUnattended(), "open route that nobody holds");
    }

    private void checkAttended(StepSpec spec, List<RouteTask> open, Attendance attendance) {
        Step step = route().step(spec.key());
        var acts = open.stream()
                .filter(t -> t.step().equals(spec.key()) && t.isAct())
                .toList();
        boolean hasDispatch = open.stream().anyMatch(t -> t.step().equals(spec.key()) && !t.isAct());
        boolean isAnyVacant = false;
        for (Seat seat : step.currentSeats()) {
            if (acts.stream().anyMatch(t -> t.seat() == seat.no())) {
                continue;
            }
            isAnyVacant = true;
            check(hasDispatch || route().isUnattended(), "nobody holds seat " + seat.no() + " of " + spec.key());
            var busy = new HashSet<Long>();
            acts.forEach(t -> busy.add(t.person()));
            for (Seat parked : step.seats()) {
                if (!parked.isDone()
                        && parked.pinned() != null
                        && !step.currentSeats().contains(parked)) {
                    busy.add(parked.pinned());
                }
            }
            for (Holder holder : attendance.holders(seat.assignees(), barred(spec.key()))) {
                check(busy.contains(holder.person()), "vacant although " + holder + " is free");
                acts.stream()
                        .filter(t -> t.person() == holder.person())
                        .forEach(t -> check(
                                acts.stream().filter(o -> o.seat() == t.seat()).count() < 2,
                                "a pool swallowed the only candidate of another seat"));
            }
        }
        check(isAnyVacant || !hasDispatch, "dispatch task without a vacancy");
        check(spec.limitInWorkingDays() == 0 || step.dueAt() != null, "step limit lost");
    }

    String shape(Route route) {
        var shape = new StringBuilder();
        for (Step step : route.steps().values()) {
            shape.append(step.key()).append('=');
            if (route.isSatisfied(step.key())) {
                shape.append("DONE ");
            } else if (step.status() == StepStatus.ACTIVE) {
                shape.append("ACTIVE")
                        .append(step.currentSeats().stream().map(Seat::no).toList())
                        .append(' ');
            } else {
                shape.append("REST ");
            }
        }
        return shape.append(new TreeSet<>(route.openTasks().stream()
                        .map(t -> t.step() + "/" + t.seat() + "/" + t.nature())
                        .toList()))
                .toString();
    }
}
