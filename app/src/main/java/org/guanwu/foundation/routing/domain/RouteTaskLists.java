package org.guanwu.foundation.routing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.stream.Stream;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.notification.Notifications;
import org.guanwu.foundation.notification.Notifications.Notice;
import org.guanwu.foundation.routing.RouteStatus;
import org.guanwu.foundation.routing.StepSpec;
import org.guanwu.foundation.routing.TaskNature;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** 待办、待阅和通知 as consequences of the events; the inbox shows nothing that the route does not hold. */
@Component
class RouteTaskLists {

    private final Worklist worklist;
    private final Notifications notifications;
    private final RouteAuthority authority;

    RouteTaskLists(Worklist worklist, @Lazy Notifications notifications, RouteAuthority authority) {
        this.worklist = worklist;
        this.notifications = notifications;
        this.authority = authority;
    }

    static String key(long routeId, int task) {
        return "route:" + routeId + ":" + task;
    }

    void follow(@Nullable Actor actor, RouteRecord record, Decision decision) {
        Route after = decision.after();
        for (LogEntry entry : decision.entries()) {
            Instant at = entry.at();
            switch (entry.event()) {
                case RouteEvent.TaskCreated e -> open(actor, record, after, e, at);
                case RouteEvent.TaskSeen e -> worklist.markSeen(key(record.id(), e.task()), at);
                case RouteEvent.TaskEnded e ->
                    worklist.end(key(record.id(), e.task()), e.outcome().name(), at);
                case RouteEvent.RouteSuspended _ -> worklist.freeze(record.matter(), true);
                case RouteEvent.RouteResumed _ -> worklist.freeze(record.matter(), false);
                case RouteEvent.Circulated e ->
                    worklist.circulate(
                            record.matter(),
                            record.title(),
                            record.url(),
                            new HashSet<>(e.readers()),
                            Objects.requireNonNull(entry.actor()),
                            at);
                case RouteEvent.ReadingConfirmed _ ->
                    worklist.confirmReading(record.matter(), Objects.requireNonNull(entry.actor()), at);
                case RouteEvent.Reminded e -> remind(record, after, e, at);
                case RouteEvent.AttendanceLost _ -> alarm(record, entry);
                default -> {
                    // no list shows it
                }
            }
        }
        if (decision.entries().stream().anyMatch(e -> e.event() instanceof RouteEvent.DeadlineExtended)) {
            worklist.relabel(record.matter(), record.title(), record.urgency(), after.dueOn());
        }
    }

    private void open(@Nullable Actor actor, RouteRecord record, Route after, RouteEvent.TaskCreated task, Instant at) {
        StepSpec spec = after.outline().spec(task.step());
        String label =
                task.nature() == TaskNature.DISPATCH ? spec.name() + "·" + TaskNature.DISPATCH.label() : spec.name();
        worklist.open(new Worklist.PendingTask(
                key(record.id(), task.task()),
                record.matter(),
                task.person(),
                task.principal(),
                label,
                record.title(),
                record.matterLabel(),
                record.url(),
                record.urgency(),
                dueOn(after, task.step()),
                actor == null ? null : actor.personId(),
                actor == null ? "系统" : actor.name(),
                at));
        if (actor == null || actor.personId() != task.person()) {
            notifications.tell(new Notice(
                    task.person(),
                    "task-arrived",
                    label + "：" + record.title(),
                    record.url(),
                    "task-arrived:" + key(record.id(), task.task())));
        }
    }

    /** the earlier of the matter's own deadline and the limit of the step */
    private static @Nullable LocalDate dueOn(Route route, String step) {
        @Nullable Instant limit = route.step(step).dueAt();
        // a limit runs out at the midnight that ends its last day
        return Stream.of(route.dueOn(), limit == null ? null : ChinaTime.dateOf(limit.minusSeconds(1)))
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private void remind(RouteRecord record, Route after, RouteEvent.Reminded reminded, Instant at) {
        RouteTask task = Objects.requireNonNull(after.tasks().get(reminded.task()));
        notifications.tell(new Notice(
                task.person(),
                "reminder",
                "催办：" + record.title(),
                record.url(),
                "reminder:" + key(record.id(), task.no()) + ":" + ChinaTime.dateOf(at)));
    }

    /** nobody holds it and nobody can name anybody: an explicit state, and those in charge are told */
    private void alarm(RouteRecord record, LogEntry entry) {
        for (long administrator : authority.administrators(record.unitPath())) {
            notifications.tell(new Notice(
                    administrator,
                    "route-unattended",
                    "无人可办：" + record.title(),
                    record.url(),
                    "route-unattended:" + record.id() + ":" + entry.seq()));
        }
    }

    void relabel(RouteRecord record, String title, int urgency) {
        if (record.route().status() != RouteStatus.VOIDED) {
            worklist.relabel(record.matter(), title, urgency, record.route().dueOn());
        }
    }
}
