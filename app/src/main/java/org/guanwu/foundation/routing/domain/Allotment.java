package org.guanwu.foundation.routing.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.guanwu.foundation.routing.domain.Attendance.Holder;
import org.jspecify.annotations.Nullable;

/**
 * Seats × people of one running step. Every current seat gets somebody where that is possible at all (bipartite
 * matching), one person takes one seat, and what people already hold stays with them.
 */
final class Allotment {

    private final Proceeding proceeding;
    private final Entitlement entitlement;
    private final String step;
    private final List<RouteTask> tasks;
    private final List<Seat> seats;
    private final Set<Long> parked = new HashSet<>();
    private final Map<Integer, Map<Long, Holder>> candidates = new LinkedHashMap<>();
    private final Map<Long, Integer> seatOf = new HashMap<>();

    /** @param tasks the open ones of the step's present round */
    Allotment(Proceeding proceeding, Entitlement entitlement, String step, List<RouteTask> tasks) {
        this.proceeding = proceeding;
        this.entitlement = entitlement;
        this.step = step;
        this.tasks = tasks;
        this.seats = new ArrayList<>(proceeding.step(step).currentSeats());
        park();
        for (Seat seat : seats) {
            var free = new LinkedHashMap<Long, Holder>();
            addUnparked(free, entitlement.candidates(step, seat));
            candidates.put(seat.no(), free);
        }
        seats.sort(Comparator.comparingInt(this::rank)
                .thenComparingInt(seat -> of(seat).size())
                .thenComparing(seat -> !isKnown(seat))
                .thenComparingInt(Seat::no));
    }

    /** seat number to the people who get a task for it; empty for a vacant seat */
    Map<Integer, List<Holder>> allot() {
        keepHeldSeats();
        Set<Integer> held = new HashSet<>(seatOf.values());
        for (Seat seat : seats) {
            if (!held.contains(seat.no())) {
                find(seat.no(), new HashSet<>());
            }
        }
        widenPinnedSeats();
        spareMembers();
        var result = new LinkedHashMap<Integer, List<Holder>>();
        for (Seat seat : seats) {
            result.put(
                    seat.no(),
                    of(seat).values().stream()
                            .filter(holder -> Objects.equals(seatOf.get(holder.person()), seat.no()))
                            .toList());
        }
        return result;
    }

    /** Whoever asked for another's opinion first waits for his own seat and takes no other one of this step. */
    private void park() {
        for (Seat seat : proceeding.step(step).seats()) {
            if (!seat.isDone() && seat.pinned() != null && !seats.contains(seat)) {
                parked.add(seat.pinned());
            }
        }
    }

    private void addUnparked(Map<Long, Holder> to, List<Holder> holders) {
        for (Holder holder : holders) {
            if (!parked.contains(holder.person())) {
                to.putIfAbsent(holder.person(), holder);
            }
        }
    }

    private Map<Long, Holder> of(Seat seat) {
        return candidates.getOrDefault(seat.no(), Map.of());
    }

    private int rank(Seat seat) {
        if (seat.no() == proceeding.favoredSeat()) {
            return -1;
        }
        return seat.pinned() != null ? 0 : 1;
    }

    /** one of its candidates has held it in this round: a withdrawal gives people the seats that they had */
    private boolean isKnown(Seat seat) {
        int round = proceeding.step(step).round();
        return proceeding.route().tasks().values().stream()
                .anyMatch(task -> task.seat() == seat.no()
                        && task.step().equals(step)
                        && task.round() == round
                        && of(seat).containsKey(task.person()));
    }

    private boolean holdsRightly(RouteTask task) {
        return task.isAct()
                && candidates.containsKey(task.seat())
                && candidates.get(task.seat()).containsKey(task.person());
    }

    private void keepHeldSeats() {
        var held = new HashSet<Integer>();
        for (RouteTask task : tasks) {
            if (holdsRightly(task) && !held.contains(task.seat()) && !seatOf.containsKey(task.person())) {
                seatOf.put(task.person(), task.seat());
                held.add(task.seat());
            }
        }
    }

    /** an augmenting path: a free person, or one whose present seat finds somebody else */
    private boolean find(int seat, Set<Long> tried) {
        var order = new ArrayList<>(candidates.getOrDefault(seat, Map.of()).keySet());
        order.sort(Comparator.comparingInt(this::reluctance));
        for (long person : order) {
            if (!tried.add(person)) {
                continue;
            }
            @Nullable Integer present = seatOf.get(person);
            if (present == null || find(present, tried)) {
                seatOf.put(person, seat);
                return true;
            }
        }
        return false;
    }

    /** free people first: nobody's opened task moves without need */
    private int reluctance(long person) {
        if (seatOf.containsKey(person)) {
            return 2;
        }
        return proceeding.caller().is(person) ? 0 : 1;
    }

    /** the earlier handler is busy in this very step: the pool behind him is asked */
    private void widenPinnedSeats() {
        for (Seat seat : seats) {
            if (seat.pinned() != null && !seatOf.containsValue(seat.no())) {
                addUnparked(of(seat), entitlement.pool(step, seat));
                find(seat.no(), new HashSet<>());
            }
        }
    }

    /** pool members who are still free may act as well, the first one counts */
    private void spareMembers() {
        for (RouteTask task : tasks) {
            if (holdsRightly(task)) {
                seatOf.putIfAbsent(task.person(), task.seat());
            }
        }
        for (Seat seat : seats) {
            of(seat).keySet().forEach(person -> seatOf.putIfAbsent(person, seat.no()));
        }
    }
}
