package org.guanwu.foundation.routing.domain;

import static org.guanwu.foundation.routing.StepStatus.ACTIVE;
import static org.guanwu.foundation.routing.StepStatus.COMPLETED;
import static org.guanwu.foundation.routing.StepStatus.HALTED;
import static org.guanwu.foundation.routing.StepStatus.WAITING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.guanwu.foundation.numbering.DocumentNumber;
import org.guanwu.foundation.routing.RouteStatus;
import org.guanwu.foundation.routing.SignerPlace;
import org.guanwu.foundation.shared.ChinaTime;
import org.jspecify.annotations.Nullable;

/** apply(state, event) → state. Total on everything the decider emits, and blind to the organization and the clock. */
final class RouteFold {

    private final Route before;
    private RouteStatus status;
    private boolean isUnattended;
    private Map<String, Step> steps;
    private Map<Integer, RouteTask> tasks;
    private List<Opinion> opinions;
    private List<Reading> readings;
    private Map<String, Choice> choices;
    private @Nullable DocumentNumber number;
    private int contentVersion;
    private int substantiveVersion;
    private @Nullable LocalDate dueOn;
    private @Nullable Instant suspendedAt;
    private @Nullable Long endedBy;
    private @Nullable Instant endedAt;
    private int nextSeat;
    private int nextTask;
    private boolean hasOwnSteps;
    private boolean hasOwnTasks;

    private RouteFold(Route route) {
        before = route;
        status = route.status();
        isUnattended = route.isUnattended();
        steps = route.steps();
        tasks = route.tasks();
        opinions = route.opinions();
        readings = route.readings();
        choices = route.choices();
        number = route.number();
        contentVersion = route.contentVersion();
        substantiveVersion = route.substantiveVersion();
        dueOn = route.dueOn();
        suspendedAt = route.suspendedAt();
        endedBy = route.endedBy();
        endedAt = route.endedAt();
        nextSeat = route.nextSeat();
        nextTask = route.nextTask();
    }

    static Route apply(@Nullable Route route, LogEntry entry) {
        if (route == null) {
            if (entry.event() instanceof RouteEvent.RouteStarted started && entry.seq() == 1) {
                return start(started, entry);
            }
            throw new IllegalStateException("a log begins with RouteStarted, not " + entry);
        }
        if (entry.seq() != route.seq() + 1 || entry.at().isBefore(route.at())) {
            throw new IllegalStateException("log not monotone at " + entry.seq());
        }
        var fold = new RouteFold(route);
        fold.apply(entry);
        return fold.result(entry);
    }

    private static Route start(RouteEvent.RouteStarted started, LogEntry entry) {
        var outline = new Outline(started.template());
        var steps = new LinkedHashMap<String, Step>();
        outline.keys().forEach(key -> steps.put(key, Step.waiting(key)));
        var choices = new LinkedHashMap<String, Choice>();
        started.choices().forEach((step, people) -> choices.put(step, new Choice(people, entry.seq())));
        return new Route(
                outline,
                started.drafter(),
                started.leftOut(),
                RouteStatus.OPEN,
                false,
                Collections.unmodifiableMap(steps),
                Map.of(),
                List.of(),
                List.of(),
                Collections.unmodifiableMap(choices),
                null,
                1,
                1,
                started.dueOn(),
                null,
                null,
                null,
                entry.at(),
                1,
                entry.seq(),
                entry.at(),
                1,
                1);
    }

    private void apply(LogEntry entry) {
        Instant at = entry.at();
        switch (entry.event()) {
            case RouteEvent.RouteStarted _ -> throw new IllegalStateException("started twice");
            case RouteEvent.StepActivated e -> {
                step(e.step(), s -> s.round(e.round())
                        .chains(e.chains())
                        .activated(e.byTask(), e.before())
                        .due(e.dueAt(), null));
                e.chains().forEach(chain -> chain.forEach(this::count));
            }
            case RouteEvent.StepResumed e ->
                step(e.step(), s -> s.activated(e.byTask(), e.before())
                        .due(e.dueAt(), null)
                        .eachSeat(Seat::resumed));
            case RouteEvent.StepHalted e -> step(e.step(), s -> s.status(HALTED).due(s.dueAt(), e.remaining()));
            case RouteEvent.StepReset e ->
                step(
                        e.step(),
                        s -> s.status(WAITING).chains(List.of()).completedBy(0).due(null, null));
            case RouteEvent.StepCompleted e ->
                step(e.step(), s -> s.status(COMPLETED).completedBy(e.byTask()));
            case RouteEvent.StepRevoked e ->
                step(
                        e.step(),
                        s -> e.to() == WAITING
                                ? s.status(WAITING).chains(List.of()).due(null, null)
                                : s.status(e.to()).due(s.dueAt(), s.left(at)));
            case RouteEvent.StepUncompleted e ->
                step(e.step(), s -> s.status(ACTIVE).completedBy(0).touched());
            case RouteEvent.SeatDone e -> seat(e.step(), e.seat(), s -> s.done(true));
            case RouteEvent.SeatReopened e ->
                seat(
                        e.step(),
                        e.seat(),
                        s -> e.pin() == null ? s.done(false) : s.done(false).pinnedTo(e.pin()));
            case RouteEvent.SeatInserted e -> {
                step(e.step(), s -> s.chains(inserted(s.chains(), e)).touched());
                count(e.seat());
            }
            case RouteEvent.SeatRemoved e ->
                step(e.step(), s -> s.chains(without(s.chains(), e.seat())).touched());
            case RouteEvent.SeatMoved e -> seat(e.step(), e.seat(), s -> s.movedTo(e.assignees(), e.byTask()));
            case RouteEvent.SeatMovedBack e -> seat(e.step(), e.seat(), Seat::movedBack);
            case RouteEvent.SeatPinned e -> seat(e.step(), e.seat(), s -> s.pinnedTo(e.person()));
            case RouteEvent.SeatNotified e -> seat(e.step(), e.seat(), s -> s.notified(at));
            case RouteEvent.AssigneesChosen e -> {
                var now = new LinkedHashMap<>(choices);
                now.put(e.step(), new Choice(e.people(), entry.seq()));
                choices = Collections.unmodifiableMap(now);
            }
            case RouteEvent.TaskCreated e -> {
                task(new RouteTask(
                        e.task(),
                        e.step(),
                        e.round(),
                        e.seat(),
                        e.person(),
                        e.principal(),
                        e.nature(),
                        entry.seq(),
                        at,
                        null,
                        null,
                        null,
                        null));
                nextTask = e.task() + 1;
            }
            case RouteEvent.TaskSeen e -> {
                RouteTask task = getTask(e.task());
                task(task.seen(at));
                step(task.step(), Step::touched);
                if (task.seat() > 0) {
                    seat(task.step(), task.seat(), Seat::touched);
                }
            }
            case RouteEvent.TaskEnded e -> task(getTask(e.task()).ended(e.outcome(), at));
            case RouteEvent.OpinionGiven e -> {
                opinions = with(opinions, e.opinion());
                step(e.opinion().step(), Step::touched);
            }
            case RouteEvent.OpinionSuperseded e ->
                opinions = opinions.stream()
                        .map(o -> o.no() == e.opinion() ? o.superseded(e.why()) : o)
                        .toList();
            case RouteEvent.NumberAssigned e -> {
                if (number != null) {
                    throw new IllegalStateException("second number");
                }
                number = e.number();
            }
            case RouteEvent.ContentChanged e -> {
                contentVersion++;
                if (e.isSubstantive()) {
                    substantiveVersion = contentVersion;
                }
            }
            case RouteEvent.RouteSuspended _ -> {
                status = RouteStatus.SUSPENDED;
                suspendedAt = at;
            }
            case RouteEvent.RouteResumed e -> {
                status = RouteStatus.OPEN;
                suspendedAt = null;
                for (String key : before.steps().keySet()) {
                    step(key, s -> shifted(s, e));
                }
            }
            case RouteEvent.RouteClosed _ -> end(RouteStatus.CLOSED, entry);
            case RouteEvent.RouteReopened _ -> {
                status = RouteStatus.OPEN;
                endedBy = null;
                endedAt = null;
            }
            case RouteEvent.RouteVoided _ -> end(RouteStatus.VOIDED, entry);
            case RouteEvent.AttendanceLost _ -> isUnattended = true;
            case RouteEvent.AttendanceRestored _ -> isUnattended = false;
            case RouteEvent.Circulated e -> {
                for (long reader : e.readers()) {
                    readings = with(readings, new Reading(readings.size() + 1, reader, entry.actor(), at, null));
                }
            }
            case RouteEvent.ReadingConfirmed e ->
                readings = readings.stream()
                        .map(r -> r.no() == e.reading() ? r.confirmed(at) : r)
                        .toList();
            case RouteEvent.Reminded e -> task(getTask(e.task()).reminded(ChinaTime.dateOf(at)));
            case RouteEvent.DeadlineExtended e -> dueOn = e.to();
        }
    }

    private static Step shifted(Step step, RouteEvent.RouteResumed resumed) {
        Step moved = step.status() == ACTIVE && step.dueAt() != null
                ? step.due(step.dueAt().plus(resumed.length()), null)
                : step;
        return moved.eachSeat(seat -> seat.shifted(resumed.length()));
    }

    private void end(RouteStatus how, LogEntry entry) {
        status = how;
        suspendedAt = null;
        endedBy = entry.actor();
        endedAt = entry.at();
    }

    private void count(Seat seat) {
        nextSeat = Math.max(nextSeat, seat.no() + 1);
    }

    private static List<List<Seat>> inserted(List<List<Seat>> chains, RouteEvent.SeatInserted event) {
        var result = new ArrayList<List<Seat>>();
        for (var chain : chains) {
            var seats = new ArrayList<Seat>();
            for (var seat : chain) {
                boolean isAnchor = seat.no() == event.anchor();
                if (isAnchor && event.place() == SignerPlace.BEFORE) {
                    seats.add(event.seat());
                }
                seats.add(isAnchor ? seat.changed() : seat);
                if (isAnchor && event.place() == SignerPlace.AFTER) {
                    seats.add(event.seat());
                }
            }
            result.add(List.copyOf(seats));
        }
        if (event.place() == SignerPlace.PARALLEL) {
            result.add(List.of(event.seat()));
        }
        return List.copyOf(result);
    }

    private static List<List<Seat>> without(List<List<Seat>> chains, int no) {
        return chains.stream()
                .map(chain -> chain.stream().filter(seat -> seat.no() != no).toList())
                .filter(chain -> !chain.isEmpty())
                .toList();
    }

    private static <T> List<T> with(List<T> list, T last) {
        var longer = new ArrayList<T>(list.size() + 1);
        longer.addAll(list);
        longer.add(last);
        return Collections.unmodifiableList(longer);
    }

    private void step(String key, UnaryOperator<Step> change) {
        Step old = steps.get(key);
        if (old == null) {
            throw new IllegalStateException("no step " + key);
        }
        Step changed = change.apply(old);
        if (changed == old) {
            return;
        }
        if (!hasOwnSteps) {
            steps = new LinkedHashMap<>(steps);
            hasOwnSteps = true;
        }
        steps.put(key, changed);
    }

    private void seat(String step, int no, UnaryOperator<Seat> change) {
        step(step, s -> {
            if (s.findSeat(no) == null) {
                throw new IllegalStateException("no seat " + no + " in " + step);
            }
            return s.eachSeat(seat -> seat.no() == no ? change.apply(seat) : seat);
        });
    }

    private RouteTask getTask(int no) {
        RouteTask task = tasks.get(no);
        if (task == null) {
            throw new IllegalStateException("no task " + no);
        }
        return task;
    }

    private void task(RouteTask task) {
        if (!hasOwnTasks) {
            tasks = new LinkedHashMap<>(tasks);
            hasOwnTasks = true;
        }
        tasks.put(task.no(), task);
    }

    private Route result(LogEntry entry) {
        return new Route(
                before.outline(),
                before.drafter(),
                before.leftOut(),
                status,
                isUnattended,
                hasOwnSteps ? Collections.unmodifiableMap(steps) : steps,
                hasOwnTasks ? Collections.unmodifiableMap(tasks) : tasks,
                opinions,
                readings,
                choices,
                number,
                contentVersion,
                substantiveVersion,
                dueOn,
                suspendedAt,
                endedBy,
                endedAt,
                before.startedAt(),
                before.version() + (entry.event().isStructural() ? 1 : 0),
                entry.seq(),
                entry.at(),
                nextSeat,
                nextTask);
    }
}
