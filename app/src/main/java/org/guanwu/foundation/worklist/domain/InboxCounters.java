package org.guanwu.foundation.worklist.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counters of the inbox, from the tally that the lists' own statements write. */
@Component
public class InboxCounters {

    private final JdbcClient jdbc;

    InboxCounters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** rows of a tab */
    @Transactional(readOnly = true)
    public long count(long personId, InboxTab tab) {
        return jdbc.sql("""
                select coalesce(sum(change), 0) from worklist.inbox_tally where person_id = ? and box = ?
                """).param(personId).param(tab.box()).query(Long.class).single();
    }

    /** open tasks by everything the inbox groups or filters by */
    @Transactional(readOnly = true)
    public List<Bucket> listBuckets(long personId) {
        return jdbc.sql("""
                select principal_id, kind_label, urgency, due_on, sum(change) as count from worklist.inbox_tally
                where person_id = ? and box = 'PENDING' group by 1, 2, 3, 4 having sum(change) <> 0
                """)
                .param(personId)
                .query((row, i) -> new Bucket(
                        row.getLong("principal_id"),
                        row.getString("kind_label"),
                        row.getInt("urgency"),
                        row.getObject("due_on", LocalDate.class),
                        row.getLong("count")))
                .list();
    }

    /** rows that the filtered list has */
    public static long count(List<Bucket> buckets, InboxFilter filter, long personId, DueWindow.Days days) {
        return buckets.stream()
                .filter(bucket -> filter.admits(bucket, personId, days))
                .mapToLong(Bucket::count)
                .sum();
    }

    /**
     * Adds up the additions of some people; no sum changes. One node at a time does it, in bounded bites.
     *
     * @return people folded
     */
    @Transactional
    public int fold(int people) {
        boolean isAlone = jdbc.sql("select pg_try_advisory_xact_lock(hashtext('worklist.fold'))")
                .query(Boolean.class)
                .single();
        if (!isAlone) {
            return 0;
        }
        // a tally row is deleted by one folder only, and what is put back is what this statement has deleted
        return jdbc.sql("""
                with due as (
                  select distinct person_id from worklist.inbox_tally where not is_folded limit ?
                ), taken as (
                  delete from worklist.inbox_tally t using due where t.person_id = due.person_id returning t.*
                ), folded as (
                  insert into worklist.inbox_tally
                    (person_id, box, principal_id, kind_label, urgency, due_on, change, is_folded)
                  select person_id, box, principal_id, kind_label, urgency, due_on, sum(change), true from taken
                  group by 1, 2, 3, 4, 5, 6 having sum(change) <> 0
                )
                select count(*) from due
                """).param(people).query(Integer.class).single();
    }

    /** open tasks that agree in all of these */
    public record Bucket(
            long principalId,
            String kindLabel,
            int urgency,
            @Nullable LocalDate dueOn,
            long count) {}
}
