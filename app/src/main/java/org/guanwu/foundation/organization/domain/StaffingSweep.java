package org.guanwu.foundation.organization.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.guanwu.foundation.organization.StaffingChanged;
import org.guanwu.foundation.shared.ChinaTime;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What begins or ends by the clock alone is told like any other change. How far it has been told stands in the database
 * and moves in the same transaction: no beginning is missed by a stop, none told twice by two nodes.
 */
@Component
public class StaffingSweep {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StaffingSweep(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT30S")
    @Transactional
    public void sweep() {
        Instant now = clock.instant();
        Instant swept = jdbc.sql("select swept_until from organization.revision for update")
                .query(Timestamp.class)
                .single()
                .toInstant();
        if (!now.isAfter(swept)) {
            return;
        }
        Set<Long> people = Set.copyOf(jdbc.sql("""
                        select person_id from organization.absence
                         where starts_at > :from and starts_at <= :to or ends_at > :from and ends_at <= :to
                        union
                        select unnest(array[principal_id, deputy_id]) from organization.delegation
                         where starts_at > :from and starts_at <= :to or ends_at > :from and ends_at <= :to
                        union
                        select person_id from organization.assignment
                         where effective_from > :fromDay and effective_from <= :toDay
                            or effective_to >= :fromDay and effective_to < :toDay
                        union
                        select id from organization.person where left_on > :fromDay and left_on <= :toDay""")
                .param("from", Timestamp.from(swept))
                .param("to", Timestamp.from(now))
                .param("fromDay", ChinaTime.dateOf(swept))
                .param("toDay", ChinaTime.dateOf(now))
                .query(Long.class)
                .list());
        jdbc.sql("update organization.revision set swept_until = ?")
                .param(Timestamp.from(now))
                .update();
        if (!people.isEmpty()) {
            events.publishEvent(new StaffingChanged(people, "time-passed"));
        }
    }
}
