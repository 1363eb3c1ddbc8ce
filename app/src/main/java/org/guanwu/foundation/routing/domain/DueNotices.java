package org.guanwu.foundation.routing.domain;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.guanwu.foundation.notification.Notifications;
import org.guanwu.foundation.notification.Notifications.Notice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 环节时限临近和逾期: computed from the columns, so there is no timer to lose. Each person hears of a step's round and
 * level once, whatever the sweep does: the key of the notice says so.
 */
@Component
class DueNotices {

    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Duration BACK = Duration.ofDays(2);

    private record Due(long routeId, String step, int round, long person, String title, String url, Instant dueAt) {}

    private final JdbcClient jdbc;
    private final Notifications notifications;
    private final Clock clock;

    DueNotices(JdbcClient jdbc, Notifications notifications, Clock clock) {
        this.jdbc = jdbc;
        this.notifications = notifications;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${guanwu.routing.due-interval:PT10M}", initialDelayString = "PT2M")
    @Transactional
    public void tell() {
        Instant now = clock.instant();
        for (Due due : listDue(now)) {
            boolean isOverdue = !now.isBefore(due.dueAt());
            notifications.tell(new Notice(
                    due.person(),
                    isOverdue ? "step-overdue" : "step-due",
                    (isOverdue ? "已超过环节时限：" : "环节时限将到：") + due.title(),
                    due.url(),
                    (isOverdue ? "step-overdue:" : "step-due:") + due.routeId() + ":" + due.step() + ":"
                            + due.round()));
        }
    }

    private List<Due> listDue(Instant now) {
        return jdbc.sql("""
                select t.route_id, t.step_key, s.round, t.person_id, r.title, r.url, s.due_at
                from routing.route_step s
                join routing.route r on r.id = s.route_id and r.status = 'OPEN'
                join routing.pending_task t on t.route_id = s.route_id and t.step_key = s.step_key
                where s.status = 'ACTIVE' and s.due_at > ? and s.due_at <= ?
                order by t.route_id, t.task_no
                """)
                .param(now.minus(BACK).atOffset(UTC))
                .param(now.plus(AHEAD).atOffset(UTC))
                .query((row, n) -> new Due(
                        row.getLong(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class).toInstant()))
                .list();
    }
}
