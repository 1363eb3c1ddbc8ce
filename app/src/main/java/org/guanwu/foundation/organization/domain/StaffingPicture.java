package org.guanwu.foundation.organization.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.guanwu.foundation.organization.Staffing;
import org.guanwu.foundation.organization.Staffing.DelegationInForce;
import org.guanwu.foundation.shared.ChinaTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * {@link Staffing} of this moment. Kept until the revision number moves or the clock passes the next beginning or end of
 * anything in it; to know that costs one look at a one-row table, on every node.
 */
@Component
class StaffingPicture {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AtomicReference<@Nullable Taken> last = new AtomicReference<>();

    StaffingPicture(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Taken(long revision, Staffing staffing, Instant validUntil) {
        boolean isGood(long current, Instant now) {
            return revision == current && !now.isBefore(staffing.at()) && now.isBefore(validUntil);
        }
    }

    Staffing now() {
        Instant now = clock.instant();
        // read first: data younger than its number is taken again, data older than its number never is
        long revision = jdbc.sql("select number from organization.revision")
                .query(Long.class)
                .single();
        Taken known = last.get();
        if (known != null && known.isGood(revision, now)) {
            Staffing s = known.staffing();
            return new Staffing(now, s.posts(), s.absent(), s.left(), s.delegations());
        }
        Staffing taken = take(now);
        last.set(new Taken(revision, taken, nextBoundary(now)));
        return taken;
    }

    private Staffing take(Instant now) {
        LocalDate today = ChinaTime.dateOf(now);
        Map<Long, List<Long>> posts = new HashMap<>();
        jdbc.sql("""
                        select a.post_id, a.person_id from organization.assignment a
                          join organization.person p on p.id = a.person_id
                         where :today between a.effective_from and coalesce(a.effective_to, 'infinity')
                           and p.employed_from <= :today and (p.left_on is null or p.left_on > :today)
                         order by a.post_id, a.rank, a.id""").param("today", today).query(row -> {
            posts.computeIfAbsent(row.getLong(1), post -> new ArrayList<>()).add(row.getLong(2));
        });
        posts.replaceAll((post, holders) -> List.copyOf(holders));
        Set<Long> absent = new HashSet<>(jdbc.sql("""
                        select distinct person_id from organization.absence
                         where starts_at <= :now and (ends_at is null or ends_at > :now)""")
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .list());
        Set<Long> left = new HashSet<>(jdbc.sql("select id from organization.person where left_on <= ?")
                .param(today)
                .query(Long.class)
                .list());
        var delegations = jdbc.sql("""
                        select principal_id, deputy_id, only_while_absent, is_onward, matter_type
                          from organization.delegation
                         where starts_at <= :now and (ends_at is null or ends_at > :now)
                         order by id""")
                .param("now", Timestamp.from(now))
                .query((row, n) -> new DelegationInForce(
                        row.getLong("principal_id"),
                        row.getLong("deputy_id"),
                        row.getBoolean("only_while_absent"),
                        row.getBoolean("is_onward"),
                        row.getString("matter_type")))
                .list();
        return new Staffing(now, Map.copyOf(posts), Set.copyOf(absent), Set.copyOf(left), List.copyOf(delegations));
    }

    /** midnight, when dates turn, or an instant before it */
    private Instant nextBoundary(Instant now) {
        Instant midnight =
                ChinaTime.dateOf(now).plusDays(1).atStartOfDay(ChinaTime.ZONE).toInstant();
        return jdbc.sql("""
                        select min(t) from (
                          select starts_at as t from organization.absence union all
                          select ends_at from organization.absence union all
                          select starts_at from organization.delegation union all
                          select ends_at from organization.delegation) b
                         where t > ?""")
                .param(Timestamp.from(now))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .filter(t -> t.isBefore(midnight))
                .orElse(midnight);
    }
}
