package org.guanwu.foundation.routing.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.guanwu.foundation.routing.RouteStatus;
import org.guanwu.foundation.routing.SignerPlace;
import org.jspecify.annotations.Nullable;

/** What people might ask for next, read off the screen before them. */
record Moves(World world, Route seen, Random g) {

    record Move(Caller caller, Command command) {}

    private static final Caller ADMINISTRATOR = Caller.administrator(World.ADMINISTRATOR);

    private static Move by(long person, Command command) {
        return new Move(Caller.holder(person), command);
    }

    private static Move administrator(Command command) {
        return new Move(ADMINISTRATOR, command);
    }

    @Nullable
    Move choose() {
        var acts = seen.openTasks().stream().filter(RouteTask::isAct).toList();
        var dispatches = seen.openTasks().stream().filter(t -> !t.isAct()).toList();
        int k = g.nextInt(100);
        if (seen.status() == RouteStatus.SUSPENDED && k < 60) {
            return administrator(new Command.Resume(seen.version()));
        }
        if (seen.status() == RouteStatus.CLOSED && k < 50) {
            return administrator(new Command.Reopen(seen.version(), any(keys()), g.nextBoolean(), "须重办"));
        }
        if (!dispatches.isEmpty() && (acts.isEmpty() || k < 12)) {
            RouteTask task = any(dispatches);
            var current = seen.step(task.step()).currentSeats();
            if (g.nextInt(6) == 0) {
                return back(task);
            }
            return current.isEmpty()
                    ? null
                    : by(
                            task.person(),
                            new Command.Dispatch(task.no(), any(current).no(), anybody()));
        }
        @Nullable RouteTask task = acts.isEmpty() ? null : any(acts);
        @Nullable Move own = task == null || k >= 80 ? null : withTask(task, k);
        return own != null ? own : onRoute(task, k);
    }

    private @Nullable Move withTask(RouteTask task, int k) {
        int seatVersion = Objects.requireNonNull(seen.step(task.step()).findSeat(task.seat()))
                .version();
        long who = task.person();
        if (k < 42) {
            return by(
                    who,
                    new Command.Approve(
                            task.no(), seatVersion, seen.contentVersion(), world.text("同意"), choices(task)));
        }
        if (k < 50) {
            return by(who, new Command.Open(task.no()));
        }
        if (k < 61) {
            return back(task);
        }
        if (k < 65) {
            return by(who, new Command.Transfer(task.no(), seatVersion, anybody()));
        }
        if (k < 73) {
            var place = SignerPlace.values()[g.nextInt(3)];
            return by(who, new Command.AddSigner(task.no(), seatVersion, place, anybody()));
        }
        if (k < 76) {
            return by(who, new Command.Edit(task.no(), seen.contentVersion(), g.nextInt(3) > 0));
        }
        if (k < 78) {
            @Nullable Seat seat = anySeat(task.step());
            return seat == null
                    ? null
                    : administrator(new Command.Reassign(seen.version(), task.step(), seat.no(), anybody(), "工作调整"));
        }
        var open = keys().stream()
                .filter(s -> Acting.isOpenToChoice(seen, task, s))
                .toList();
        return open.isEmpty() ? null : by(who, new Command.Choose(task.no(), seatVersion, any(open), somebodies()));
    }

    private @Nullable Move onRoute(@Nullable RouteTask task, int k) {
        if (k < 85) {
            return withdrawal();
        }
        if (k < 89) {
            return removal();
        }
        if (k < 91) {
            return administrator(new Command.Suspend(seen.version(), "待补材料"));
        }
        if (k < 93) {
            return by(World.person(0), new Command.Circulate(Set.of(anybody(), anybody() + 40)));
        }
        if (k < 94) {
            return seen.readings().isEmpty() ? null : by(any(seen.readings()).reader(), new Command.ConfirmReading());
        }
        if (k < 95) {
            return task == null ? null : by(World.person(0), new Command.Remind(task.no()));
        }
        if (k < 96) {
            return administrator(new Command.ExtendDeadline(
                    Objects.requireNonNull(seen.dueOn()).plusDays(g.nextInt(3)), "经批准"));
        }
        if (k == 96 && g.nextInt(4) == 0) {
            return administrator(new Command.Void(seen.version(), "不再需要", World.person(1)));
        }
        world.now += g.nextInt(30);
        return new Move(Caller.SYSTEM, new Command.Sweep());
    }

    private @Nullable Move withdrawal() {
        var done = seen.tasks().values().stream()
                .filter(t -> t.outcome() == TaskOutcome.DONE || t.outcome() == TaskOutcome.TRANSFERRED)
                .toList();
        if (done.isEmpty()) {
            return null;
        }
        RouteTask task = g.nextInt(4) > 0 ? done.getLast() : any(done);
        return by(task.person(), new Command.Withdraw(task.no()));
    }

    private @Nullable Move removal() {
        var running = keys().stream()
                .filter(seen::isRunning)
                .filter(s -> !world.outline.spec(s).isJoint())
                .toList();
        if (running.isEmpty()) {
            return null;
        }
        String step = any(running);
        @Nullable Seat seat = anySeat(step);
        if (seat == null) {
            return null;
        }
        var command = new Command.RemoveSigner(seen.version(), step, seat.no());
        return g.nextInt(3) == 0 || seat.addedBy() == null ? administrator(command) : by(seat.addedBy(), command);
    }

    private @Nullable Move back(RouteTask task) {
        boolean drops = g.nextInt(3) == 0;
        boolean straight = g.nextBoolean();
        if (g.nextInt(5) == 0) {
            var done =
                    seen.step(task.step()).seats().stream().filter(Seat::isDone).toList();
            if (!done.isEmpty()) {
                return back(task, task.step(), any(done).no(), drops, straight);
            }
        }
        var targets = keys().stream()
                .filter(s -> world.outline.order(s, task.step()) < 0)
                .toList();
        if (targets.isEmpty()) {
            return null;
        }
        String target = g.nextInt(3) == 0 ? targets.getFirst() : any(targets);
        @Nullable Seat seat = g.nextInt(4) == 0 ? anySeat(target) : null;
        return back(task, target, seat == null ? 0 : seat.no(), drops, straight);
    }

    private Move back(RouteTask task, String target, int seat, boolean drops, boolean straight) {
        return by(
                task.person(),
                new Command.Return(task.no(), seen.version(), target, seat, drops, straight, world.text("退回")));
    }

    private Map<String, List<Long>> choices(RouteTask task) {
        if (g.nextInt(2) == 0) {
            return Map.of();
        }
        return keys().stream()
                .filter(s -> Acting.isOpenToChoice(seen, task, s))
                .findFirst()
                .map(s -> Map.of(s, somebodies()))
                .orElse(Map.of());
    }

    private List<Long> somebodies() {
        var people = new HashSet<Long>();
        for (int i = 1 + g.nextInt(3); i > 0; i--) {
            people.add(World.person(g.nextInt(World.PEOPLE)));
        }
        return List.copyOf(new java.util.TreeSet<>(people));
    }

    private List<String> keys() {
        return StreamSupport.stream(world.outline.keys().spliterator(), false).toList();
    }

    private long anybody() {
        return g.nextInt(5) == 0 ? 100 + g.nextInt(30) : World.person(g.nextInt(World.PEOPLE));
    }

    private @Nullable Seat anySeat(String step) {
        var seats = seen.step(step).seats();
        return seats.isEmpty() ? null : any(seats);
    }

    private <T> T any(List<T> list) {
        return list.get(g.nextInt(list.size()));
    }
}
