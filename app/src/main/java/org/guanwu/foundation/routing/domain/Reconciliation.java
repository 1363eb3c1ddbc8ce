package org.guanwu.foundation.routing.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guanwu.foundation.routing.RouteStatus;
import org.guanwu.foundation.routing.StepSpec;
import org.guanwu.foundation.routing.TaskNature;
import org.guanwu.foundation.routing.domain.Attendance.Holder;

/** tasks = current seats × staffing. Runs at the end of every accepted command; nothing else opens a task. */
final class Reconciliation {

    private record Wanted(String step, int seat, Holder holder, TaskNature nature) {}

    private final Proceeding proceeding;
    private final Entitlement entitlement;
    private final Set<Integer> kept = new HashSet<>();
    private final List<Wanted> wanted = new ArrayList<>();
    private boolean isUnattended;

    Reconciliation(Proceeding proceeding, Entitlement entitlement) {
        this.proceeding = proceeding;
        this.entitlement = entitlement;
    }

    void reconcile() {
        RouteStatus status = proceeding.route().status();
        if (status == RouteStatus.SUSPENDED) {
            return;
        }
        if (status == RouteStatus.OPEN) {
            for (StepSpec spec : proceeding.outline().specs()) {
                if (!spec.isJoint() && proceeding.route().isRunning(spec.key())) {
                    reconcile(spec);
                }
            }
        }
        for (RouteTask task : proceeding.route().openTasks()) {
            if (!kept.contains(task.no())) {
                proceeding.emit(new RouteEvent.TaskEnded(task.no(), proceeding.cause()));
            }
        }
        wanted.forEach(this::create);
        if (isUnattended && !proceeding.route().isUnattended()) {
            proceeding.emit(new RouteEvent.AttendanceLost());
        }
        if (!isUnattended && proceeding.route().isUnattended()) {
            proceeding.emit(new RouteEvent.AttendanceRestored());
        }
    }

    private void reconcile(StepSpec spec) {
        Step step = proceeding.step(spec.key());
        List<RouteTask> open = proceeding.route().openTasks().stream()
                .filter(task -> task.step().equals(spec.key()) && task.round() == step.round())
                .toList();
        var allotted = new Allotment(proceeding, entitlement, spec.key(), open).allot();
        boolean isAnyVacant = false;
        for (Seat seat : step.currentSeats()) {
            List<Holder> holders = allotted.getOrDefault(seat.no(), List.of());
            for (Holder holder : holders) {
                want(new Wanted(spec.key(), seat.no(), holder, TaskNature.ACT), open);
            }
            if (holders.isEmpty()) {
                isAnyVacant = true;
            } else if (seat.notifiedAt() == null) {
                proceeding.emit(new RouteEvent.SeatNotified(spec.key(), seat.no()));
            }
        }
        if (isAnyVacant) {
            askDispatchers(spec, open);
        }
    }

    /** a vacant seat is never skipped: somebody names a person, or the route goes on the alarm list */
    private void askDispatchers(StepSpec spec, List<RouteTask> open) {
        List<Long> dispatchers = proceeding.attendance().dispatchers(spec.fallbackPostId());
        isUnattended |= dispatchers.isEmpty();
        for (long person : dispatchers) {
            want(new Wanted(spec.key(), 0, new Holder(person, person), TaskNature.DISPATCH), open);
        }
    }

    private void want(Wanted task, List<RouteTask> open) {
        for (RouteTask present : open) {
            if (present.nature() == task.nature()
                    && present.seat() == task.seat()
                    && present.person() == task.holder().person()
                    && present.principal() == task.holder().principal()) {
                kept.add(present.no());
                return;
            }
        }
        wanted.add(task);
    }

    private void create(Wanted task) {
        proceeding.emit(new RouteEvent.TaskCreated(
                proceeding.route().nextTask(),
                task.step(),
                proceeding.step(task.step()).round(),
                task.seat(),
                task.holder().person(),
                task.holder().principal(),
                task.nature()));
    }
}
