package org.guanwu.foundation.routing.domain;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.Staffing;
import org.guanwu.foundation.organization.StaffingChanged;
import org.guanwu.foundation.routing.Routing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * 巡检. Each route in its own transaction, in ascending order of id. There is no timer to lose: what is due is read from
 * the columns, and who has come or gone is the difference of two staffings.
 *
 * <p>People whose presence changed are swept once more a minute later, for tasks that were created in between by
 * somebody who had still read the old staffing.
 */
@Component
class RouteSweeping {

    private static final Logger LOG = LoggerFactory.getLogger(RouteSweeping.class);

    private final Routing routing;
    private final Organization organization;
    private final JdbcClient jdbc;
    private final Clock clock;
    private @Nullable Staffing last;
    private Set<Long> again = Set.of();

    RouteSweeping(@Lazy Routing routing, @Lazy Organization organization, JdbcClient jdbc, Clock clock) {
        this.routing = routing;
        this.organization = organization;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Async
    @TransactionalEventListener
    void on(StaffingChanged changed) {
        sweep(listRoutesOf(changed.personIds()));
    }

    @Scheduled(fixedDelayString = "${guanwu.routing.sweep-interval:PT1M}", initialDelayString = "PT1M")
    void sweepWhatIsDue() {
        Staffing now = organization.staffing();
        Set<Long> moved = StaffingDifference.people(last, now);
        last = now;
        var people = new HashSet<>(moved);
        people.addAll(again);
        again = moved;
        var routes = new TreeSet<>(listRoutesWithSilence());
        routes.addAll(listRoutesOf(people));
        sweep(routes);
    }

    private void sweep(Set<Long> routeIds) {
        for (long routeId : routeIds) {
            try {
                routing.sweep(routeId);
            } catch (DataAccessException | IllegalStateException e) {
                LOG.error("Route {} could not be swept; the next minute tries again", routeId, e);
            }
        }
    }

    private List<Long> listRoutesWithSilence() {
        return jdbc.sql("""
                select distinct s.route_id from routing.route_step s join routing.route r on r.id = s.route_id
                where s.status = 'ACTIVE' and s.silence_agrees and s.due_at <= ? and r.status = 'OPEN'
                """)
                .param(clock.instant().atOffset(UTC))
                .query(Long.class)
                .list();
    }

    /** routes that wait for these people, in either name, and those that wait for anybody at all */
    private Set<Long> listRoutesOf(Set<Long> people) {
        if (people.isEmpty()) {
            return Set.of();
        }
        Long[] ids = people.stream().filter(Objects::nonNull).toArray(Long[]::new);
        return new TreeSet<>(
                jdbc.sql("""
                select route_id from routing.pending_task where person_id = any (?)
                union select route_id from routing.pending_task where principal_id = any (?)
                union select route_id from routing.pending_task where nature = 'DISPATCH'
                union select id from routing.route where is_unattended
                """).param(ids).param(ids).query(Long.class).list());
    }
}
