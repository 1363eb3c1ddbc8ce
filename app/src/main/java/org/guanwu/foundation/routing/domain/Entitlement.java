package org.guanwu.foundation.routing.domain;

import static org.guanwu.foundation.routing.domain.Proceeding.refuseIf;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guanwu.foundation.routing.Assignee;
import org.guanwu.foundation.routing.RouteStatus;
import org.guanwu.foundation.routing.domain.Attendance.Holder;

/** Who may hold a seat; asked when tasks are opened and again at the act. */
final class Entitlement {

    private final Proceeding proceeding;

    Entitlement(Proceeding proceeding) {
        this.proceeding = proceeding;
    }

    /** the caller's open task of this nature, and he is still the one to act on it */
    RouteTask task(int no, boolean mayDispatch) {
        RouteTask task = ownTask(no);
        refuseIf(!task.isAct() && !mayDispatch, RefusalReason.NOT_YOURS);
        if (task.isAct()) {
            refuseIf(!isEntitled(task), RefusalReason.NOT_ENTITLED);
        } else {
            refuseIf(!proceeding.attendance().isPresent(task.person()), RefusalReason.NOT_ENTITLED);
        }
        proceeding.inTheNameOf(task.principal());
        return task;
    }

    RouteTask dispatchTask(int no) {
        RouteTask task = task(no, true);
        refuseIf(task.isAct(), RefusalReason.NOT_YOURS);
        return task;
    }

    private RouteTask ownTask(int no) {
        RouteTask task = proceeding.route().tasks().get(no);
        if (task == null) {
            throw new Proceeding.Refused(RefusalReason.NO_SUCH);
        }
        refuseIf(!proceeding.caller().is(task.person()), RefusalReason.NOT_YOURS);
        refuseIf(
                task.outcome() == TaskOutcome.DONE || task.outcome() == TaskOutcome.RETURNED,
                RefusalReason.ALREADY_DONE);
        refuseIf(!task.isOpen(), RefusalReason.TASK_ENDED);
        refuseIf(proceeding.route().status() != RouteStatus.OPEN, RefusalReason.NOT_OPEN);
        return task;
    }

    /** Hand and name together: a deputy whose delegation has ended may be in the pool, but only in his own name. */
    private boolean isEntitled(RouteTask task) {
        Seat seat = proceeding.step(task.step()).findSeat(task.seat());
        if (seat == null) {
            return false;
        }
        var holder = new Holder(task.person(), task.principal());
        return candidates(task.step(), seat).contains(holder)
                || pool(task.step(), seat).contains(holder);
    }

    /** the person it is reserved for with his deputies, or the pool when he cannot act */
    List<Holder> candidates(String step, Seat seat) {
        if (seat.pinned() != null) {
            List<Holder> reserved =
                    proceeding.attendance().holders(List.of(new Assignee.Person(seat.pinned())), barred(step));
            if (!reserved.isEmpty()) {
                return reserved;
            }
        }
        return pool(step, seat);
    }

    List<Holder> pool(String step, Seat seat) {
        return proceeding.attendance().holders(seat.assignees(), barred(step));
    }

    /** Hands and names of the opinions in steps that share a separation group, in either direction of the list. */
    Set<Long> separated(String step) {
        Route route = proceeding.route();
        Set<String> groups = proceeding.spec(step).separationGroups();
        var people = new HashSet<Long>();
        for (Opinion opinion : route.opinions()) {
            if (!opinion.step().equals(step)
                    && route.counts(opinion)
                    && !route.isOutdated(opinion)
                    && !Collections.disjoint(
                            groups, proceeding.spec(opinion.step()).separationGroups())) {
                addNames(opinion, people);
            }
        }
        return people;
    }

    /** the separated, and whoever has given an opinion in this step: one hand, one opinion */
    Set<Long> barred(String step) {
        Set<Long> people = separated(step);
        proceeding.route().counting(step).forEach(opinion -> addNames(opinion, people));
        return people;
    }

    private static void addNames(Opinion opinion, Set<Long> people) {
        if (opinion.person() != null) {
            people.add(opinion.person());
        }
        if (opinion.person() != null && opinion.principal() != null) {
            people.add(opinion.principal());
        }
    }

    /** Somebody newly named for a seat: not barred, not already in the step, and somebody can act in his name. */
    void requireFree(String stepKey, long person, int seatNo) {
        Route route = proceeding.route();
        refuseIf(separated(stepKey).contains(person), RefusalReason.SEPARATION);
        for (RouteTask task : route.openTasks()) {
            refuseIf(task.step().equals(stepKey) && task.isAct() && task.person() == person, RefusalReason.IN_STEP);
        }
        for (Opinion opinion : route.counting(stepKey)) {
            refuseIf(
                    Long.valueOf(person).equals(opinion.person())
                            || Long.valueOf(person).equals(opinion.principal()),
                    RefusalReason.IN_STEP);
        }
        for (Seat seat : route.step(stepKey).seats()) {
            refuseIf(
                    !seat.isDone()
                            && seat.no() != seatNo
                            && (Long.valueOf(person).equals(seat.pinned())
                                    || seat.assignees().contains(new Assignee.Person(person))),
                    RefusalReason.IN_STEP);
        }
        requireReachable(stepKey, person);
    }

    void requireReachable(String step, long person) {
        refuseIf(
                proceeding
                        .attendance()
                        .holders(List.of(new Assignee.Person(person)), barred(step))
                        .isEmpty(),
                RefusalReason.NOBODY);
    }
}
