package org.guanwu.foundation.routing.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.guanwu.foundation.numbering.DocumentNumber;
import org.guanwu.foundation.organization.Staffing;
import org.guanwu.foundation.organization.Staffing.DelegationInForce;
import org.guanwu.foundation.routing.RouteTemplate;
import org.guanwu.foundation.routing.StepSpec;
import org.jspecify.annotations.Nullable;

/** One route on one desk, for cases that are written out: people are numbers, a working day is a day. */
final class Desk {

    static final long ADMINISTRATOR = 900;

    final Map<Long, List<Long>> posts = new HashMap<>();
    final Set<Long> absent = new HashSet<>();
    final List<DelegationInForce> delegations = new ArrayList<>();
    Instant now = Instant.parse("2026-10-12T01:00:00Z");
    Route route;

    @Nullable
    RefusalReason refused;

    private int serial;

    Desk(StepSpec... steps) {
        this(Map.of(), steps);
    }

    Desk(Map<Long, List<Long>> holders, StepSpec... steps) {
        posts.putAll(holders);
        route = Decider.start(
                        new RouteEvent.RouteStarted(
                                new RouteTemplate("t", 1, "写定的例子", 1, "test", "", List.of(steps)),
                                1,
                                null,
                                List.of(),
                                Map.of()),
                        circumstances())
                .after();
    }

    private Circumstances circumstances() {
        return new Circumstances(
                UUID.randomUUID(),
                now,
                new Attendance(
                        new Staffing(now, Map.copyOf(posts), Set.copyOf(absent), Set.of(), List.copyOf(delegations)),
                        "test",
                        () -> List.of(ADMINISTRATOR)),
                (from, days) -> from.plus(Duration.ofDays(days)),
                () -> new DocumentNumber("云关", 2026, ++serial),
                "");
    }

    void days(int n) {
        now = now.plus(Duration.ofDays(n));
    }

    Desk does(Caller caller, Command command) {
        Decision decision = Decider.decide(route, caller, command, circumstances());
        refused = decision.refusal();
        route = decision.after();
        return this;
    }

    RouteTask task(long person) {
        return route.openTasks().stream()
                .filter(t -> t.person() == person)
                .findFirst()
                .orElseThrow(() -> new AssertionError(person + " has no task: " + route.openTasks()));
    }

    RouteTask lastTask(long person) {
        return route.tasks().values().stream()
                .filter(t -> t.person() == person)
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private int seatVersion(RouteTask task) {
        return Objects.requireNonNull(route.step(task.step()).findSeat(task.seat()))
                .version();
    }

    Desk approves(long person) {
        RouteTask task = task(person);
        return does(
                Caller.holder(person),
                new Command.Approve(task.no(), seatVersion(task), route.contentVersion(), "同意", Map.of()));
    }

    Desk approves(long person, String step, Long... chosen) {
        RouteTask task = task(person);
        return does(
                Caller.holder(person),
                new Command.Approve(
                        task.no(), seatVersion(task), route.contentVersion(), "同意", Map.of(step, List.of(chosen))));
    }

    Desk returns(long person, String target, boolean drops, boolean straightBack) {
        return returns(person, target, 0, drops, straightBack);
    }

    Desk returns(long person, String target, int seat, boolean drops, boolean straightBack) {
        return does(
                Caller.holder(person),
                new Command.Return(task(person).no(), route.version(), target, seat, drops, straightBack, "请补充依据"));
    }

    Desk edits(long person, boolean substantive) {
        return does(Caller.holder(person), new Command.Edit(task(person).no(), route.contentVersion(), substantive));
    }

    Desk opens(long person) {
        return does(Caller.holder(person), new Command.Open(task(person).no()));
    }

    Desk withdraws(long person) {
        return does(Caller.holder(person), new Command.Withdraw(lastTask(person).no()));
    }

    Desk transfers(long person, long to) {
        RouteTask task = task(person);
        return does(Caller.holder(person), new Command.Transfer(task.no(), seatVersion(task), to));
    }

    Desk sweeps() {
        return does(Caller.SYSTEM, new Command.Sweep());
    }

    /** who has what before him: person to step, in order of person */
    Map<Long, String> holding() {
        var holding = new java.util.TreeMap<Long, String>();
        route.openTasks().forEach(t -> holding.put(t.person(), t.isAct() ? t.step() : t.step() + "·待指派"));
        return holding;
    }
}
