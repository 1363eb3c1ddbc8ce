package org.guanwu.foundation.routing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.guanwu.foundation.numbering.DocumentNumber;
import org.guanwu.foundation.organization.Staffing;
import org.guanwu.foundation.routing.RouteStatus;
import org.guanwu.foundation.routing.RouteTemplate;
import org.jspecify.annotations.Nullable;

/**
 * One random run: a shape, a staffing that moves, commands chosen from what screens would offer (also old screens).
 * {@link Invariants} checks every rule after each of them; a {@link Journal} may write each one down.
 */
final class World {

    /** a rule does not hold */
    static final class Broken extends AssertionError {
        Broken(String message) {
            super(message);
        }
    }

    /** where accepted decisions go as well, for the run against real tables */
    interface Journal {
        Journal NONE = (before, decision) -> {};

        void accepted(@Nullable Route before, Decision decision);
    }

    /** @param to exclusive */
    record Delegation(long principal, long deputy, int from, int to, boolean onlyWhileAbsent, boolean onward) {}

    static final int PEOPLE = 12;
    static final long CLERK = 50; // of the fallback post
    static final long ADMINISTRATOR = 60;
    static final LocalDate DUE = LocalDate.of(2030, 1, 1);
    private static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");
    private static final int HOUR = 3600;

    final RouteTemplate template;
    final Outline outline;
    final List<LogEntry> log = new ArrayList<>();
    final List<String> texts = new ArrayList<>();
    final List<Route> screens = new ArrayList<>();
    final Map<Integer, String> parked = new HashMap<>();
    final StringBuilder story = new StringBuilder();
    final boolean tells;
    private final Journal journal;
    private final Invariants invariants;
    int now = 100;
    Route route;
    LocalDate dueOn = DUE;

    @Nullable
    DocumentNumber number;

    private final Map<Long, List<Long>> posts = new TreeMap<>();
    private final Set<Long> absent = new TreeSet<>();
    private final Set<Long> left = new TreeSet<>();
    private final List<Delegation> delegations = new ArrayList<>();
    private int serial;
    private final String authorityCode;

    static long person(int i) {
        return i + 1L;
    }

    World(long seed, boolean tells, Journal journal) {
        this.tells = tells;
        this.journal = journal;
        this.authorityCode = "试" + seed;
        var g = new Random(seed);
        staff(g);
        template = Shapes.random(g);
        outline = new Outline(template);
        invariants = new Invariants(this);
        Decision decision = Decider.start(
                new RouteEvent.RouteStarted(template, person(0), dueOn, List.of(), Map.of()), circumstances());
        route = decision.after();
        tell("start", decision);
        accept(null, null, decision);
    }

    private void staff(Random g) {
        for (long post = 1; post <= Shapes.POSTS; post++) {
            int size = g.nextInt(10) == 0 ? 0 : 1 + g.nextInt(3);
            var holders = new TreeSet<Long>();
            for (int i = 0; i < size; i++) {
                holders.add(person(g.nextInt(PEOPLE)));
            }
            posts.put(post, List.copyOf(holders));
        }
        posts.put(Shapes.FALLBACK_POST, g.nextInt(10) == 0 ? List.of() : List.of(person(g.nextInt(PEOPLE)), CLERK));
        for (int i = g.nextInt(5); i > 0; i--) {
            delegations.add(randomDelegation(g));
        }
    }

    private Delegation randomDelegation(Random g) {
        int from = now + g.nextInt(20) - 10;
        return new Delegation(
                person(g.nextInt(PEOPLE)),
                person(g.nextInt(PEOPLE)),
                from,
                g.nextBoolean() ? Integer.MAX_VALUE : from + g.nextInt(40),
                g.nextInt(3) > 0,
                g.nextBoolean());
    }

    Instant at() {
        return BEGIN.plusSeconds((long) now * HOUR);
    }

    Attendance attendance() {
        var inForce = delegations.stream()
                .filter(d -> d.from() <= now && now < d.to())
                .map(d -> new Staffing.DelegationInForce(
                        d.principal(), d.deputy(), d.onlyWhileAbsent(), d.onward(), null))
                .toList();
        return new Attendance(
                new Staffing(at(), Map.copyOf(posts), Set.copyOf(absent), Set.copyOf(left), inForce),
                "test",
                () -> List.of(ADMINISTRATOR));
    }

    Circumstances circumstances() {
        return new Circumstances(
                new UUID(1, log.size() + 1L),
                at(),
                attendance(),
                (from, days) -> from.plusSeconds((long) days * HOUR),
                () -> new DocumentNumber(authorityCode, 2026, ++serial),
                "");
    }

    void step(long choice) {
        var g = new Random(choice);
        now += g.nextInt(3);
        if (g.nextInt(9) == 0) {
            moveStaff(g);
            if (g.nextInt(3) > 0) {
                run(Caller.SYSTEM, new Command.Sweep(), route);
            }
            return;
        }
        Route seen = g.nextInt(6) == 0 && !screens.isEmpty()
                ? screens.get(screens.size() - 1 - g.nextInt(Math.min(6, screens.size())))
                : route;
        var move = new Moves(this, seen, g).choose();
        if (move != null) {
            run(move.caller(), move.command(), seen);
        }
    }

    private void moveStaff(Random g) {
        long who = g.nextInt(12) == 0 ? ADMINISTRATOR : g.nextInt(12) == 0 ? CLERK : person(g.nextInt(PEOPLE));
        switch (g.nextInt(10)) {
            case 0, 1, 2, 3 -> {
                if (!absent.remove(who)) {
                    absent.add(who);
                }
            }
            case 4 -> {
                if (g.nextInt(3) == 0 && who <= PEOPLE) {
                    left.add(who);
                } else {
                    absent.clear();
                }
            }
            case 5, 6 -> delegations.add(randomDelegation(g));
            case 7 -> {
                if (!delegations.isEmpty()) {
                    delegations.remove(g.nextInt(delegations.size()));
                }
            }
            default -> {
                long post = 1 + g.nextInt(Shapes.POSTS);
                var holders = new TreeSet<>(posts.getOrDefault(post, List.of()));
                if (!holders.remove(person(g.nextInt(PEOPLE)))) {
                    holders.add(person(g.nextInt(PEOPLE)));
                }
                posts.put(post, List.copyOf(holders));
            }
        }
        if (tells) {
            story.append("  staff: absent=").append(absent).append(" left=").append(left);
            story.append(" posts=")
                    .append(posts)
                    .append(' ')
                    .append(delegations)
                    .append('\n');
        }
    }

    void everybodyIsBack() {
        absent.clear();
    }

    String text(String what) {
        return what + "#" + (texts.size() + 1) + "@" + now;
    }

    Decision attempt(Route on, Caller caller, Command command) {
        try {
            return Decider.decide(on, caller, command, circumstances());
        } catch (RuntimeException e) {
            var trace = List.of(e.getStackTrace());
            throw new Broken(
                    "exception " + e + " at " + trace.subList(0, Math.min(6, trace.size())) + " on " + command);
        }
    }

    void run(Caller caller, Command command, Route seen) {
        Route before = route;
        Decision decision = attempt(before, caller, command);
        tell(command, decision);
        Invariants.count((decision.isAccepted() ? "accepted " : "refused ") + command.act());
        if (!decision.isAccepted()) {
            Invariants.check(decision.entries().isEmpty() && decision.route() == before, "a refusal changed something");
            return;
        }
        invariants.beforeAccepting(before, seen, command, decision);
        accept(before, command, decision);
        invariants.afterAccepting(before, caller, command, decision);
    }

    private void tell(Object what, Decision decision) {
        if (tells) {
            story.append(now).append(' ').append(what).append(" → ");
            story.append(
                    decision.isAccepted()
                            ? decision.entries().stream()
                                    .map(e -> e.event().toString())
                                    .toList()
                            : decision.refusal());
            story.append('\n');
        }
    }

    private void accept(@Nullable Route before, @Nullable Command command, Decision decision) {
        invariants.write(command, decision);
        route = decision.after();
        screens.add(route);
        if (screens.size() > 8) {
            screens.removeFirst();
        }
        invariants.checkState();
        if (!decision.entries().isEmpty()) {
            journal.accepted(before, decision);
        }
    }

    /** from wherever the run stopped, willing people bring it to an end */
    void driveToClose() {
        if (route.status() == RouteStatus.VOIDED) {
            return;
        }
        everybodyIsBack();
        invariants.forgetPromise();
        Caller administrator = Caller.administrator(ADMINISTRATOR);
        if (route.status() == RouteStatus.SUSPENDED) {
            run(administrator, new Command.Resume(route.version()), route);
        }
        sweep();
        int spare = 0;
        int acts = 0;
        int settling = 0;
        int most = 60
                + (int) outline.specs().spliterator().estimateSize() * 25
                + route.steps().size() * 25;
        while (route.status() == RouteStatus.OPEN) {
            if (route.openTasks().isEmpty()) {
                sweep();
            }
            if (route.status() != RouteStatus.OPEN) {
                break;
            }
            Invariants.check(acts++ < most, "cannot be closed within " + most + " acts: " + invariants.shape(route));
            RouteTask task = route.openTasks().stream()
                    .min(java.util.Comparator.comparing((RouteTask t) -> !t.isAct())
                            .thenComparingInt(RouteTask::no))
                    .orElseThrow(() -> new Broken("nothing to do but not closed " + invariants.shape(route)));
            now++;
            sweep();
            if (!Objects.requireNonNull(route.tasks().get(task.no())).isOpen()) {
                acts--;
                Invariants.check(settling++ < 400, "tasks never settle");
                continue;
            }
            if (task.isAct()) {
                approveOrReturnForSignature(task);
            } else {
                dispatchTo(task, 2000 + spare++);
            }
        }
        Invariants.count("driven to closing");
    }

    private void sweep() {
        run(Caller.SYSTEM, new Command.Sweep(), route);
    }

    private void dispatchTo(RouteTask task, long person) {
        Seat vacant = route.step(task.step()).currentSeats().stream()
                .filter(s -> route.openTasks().stream().noneMatch(o -> o.seat() == s.no()))
                .findFirst()
                .orElseThrow(() -> new Broken("dispatch without vacancy"));
        int before = route.version();
        run(Caller.holder(task.person()), new Command.Dispatch(task.no(), vacant.no(), person), route);
        Invariants.check(route.version() > before, "dispatch to a spare person refused");
    }

    private void approveOrReturnForSignature(RouteTask task) {
        Caller holder = Caller.holder(task.person());
        int seatVersion = Objects.requireNonNull(route.step(task.step()).findSeat(task.seat()))
                .version();
        var approve = new Command.Approve(task.no(), seatVersion, route.contentVersion(), text("同意"), Map.of());
        Decision decision = attempt(route, holder, approve);
        if (decision.refusal() == RefusalReason.SIGN_AGAIN_FIRST) {
            int before = route.version();
            String stale = Objects.requireNonNull(route.outdatedBefore(task.step()));
            run(holder, new Command.Return(task.no(), before, stale, 0, false, true, text("退回")), route);
            Invariants.check(route.version() > before, "return to the signer refused");
            return;
        }
        Invariants.check(decision.isAccepted(), "holder cannot act: " + decision.refusal() + " " + task);
        run(holder, approve, route);
    }

    void checkReplay(int prefix) {
        invariants.checkReplay(prefix);
    }
}
