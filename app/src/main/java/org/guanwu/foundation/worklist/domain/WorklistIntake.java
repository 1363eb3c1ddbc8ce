package org.guanwu.foundation.worklist.domain;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the lists. Counters follow by themselves: the statement that changes a list changes its tally (V15_2). */
@Component
class WorklistIntake implements Worklist {

    private final JdbcClient jdbc;

    WorklistIntake(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void open(PendingTask task) {
        jdbc.sql("""
                insert into worklist.pending_task (task_key, matter_type, matter_id, person_id, principal_id, kind_label,
                  title, matter_label, url, urgency, due_on, sender_id, sender_name, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (task_key) do update set kind_label = excluded.kind_label, title = excluded.title,
                  matter_label = excluded.matter_label, url = excluded.url, urgency = excluded.urgency,
                  due_on = excluded.due_on, is_paused = pending_task.is_paused and excluded.due_on is null
                """)
                .param(task.taskKey())
                .param(task.matter().type())
                .param(task.matter().id())
                .param(task.personId())
                .param(task.principalId())
                .param(task.kindLabel())
                .param(task.title())
                .param(task.matterLabel())
                .param(task.url())
                .param(task.urgency())
                .param(task.dueOn())
                .param(task.senderId())
                .param(task.senderName())
                .param(task.createdAt().atOffset(UTC))
                .update();
    }

    @Override
    @Transactional
    public void end(String taskKey, String outcome, Instant at) {
        jdbc.sql("""
                with ended as (delete from worklist.pending_task where task_key = ? returning *)
                insert into worklist.completed_task (task_key, matter_type, matter_id, person_id, principal_id,
                  kind_label, title, matter_label, url, urgency, due_on, sender_name, created_at, outcome, ended_at)
                select task_key, matter_type, matter_id, person_id, principal_id, kind_label, title, matter_label, url,
                  urgency, due_on, sender_name, created_at, ?, ? from ended
                """).param(taskKey).param(outcome).param(at.atOffset(UTC)).update();
    }

    @Override
    @Transactional
    public void markSeen(String taskKey, Instant at) {
        jdbc.sql("update worklist.pending_task set seen_at = ? where task_key = ? and seen_at is null")
                .param(at.atOffset(UTC))
                .param(taskKey)
                .update();
    }

    @Override
    @Transactional
    public void freeze(Matter matter, boolean isFrozen) {
        jdbc.sql("""
                update worklist.pending_task set is_frozen = ?
                where matter_type = ? and matter_id = ? and is_frozen <> ?
                """)
                .param(isFrozen)
                .param(matter.type())
                .param(matter.id())
                .param(isFrozen)
                .update();
    }

    @Override
    @Transactional
    public void relabel(Matter matter, String title, int urgency, @Nullable LocalDate dueOn) {
        jdbc.sql("""
                update worklist.pending_task set title = ?, urgency = ?, due_on = ?, is_paused = is_paused and ?
                where matter_type = ? and matter_id = ?
                """)
                .param(title)
                .param(urgency)
                .param(dueOn)
                .param(dueOn == null)
                .param(matter.type())
                .param(matter.id())
                .update();
        for (String table : List.of("pending_reading", "followed_matter")) {
            jdbc.sql("update worklist." + table + " set title = ? where matter_type = ? and matter_id = ?")
                    .param(title)
                    .param(matter.type())
                    .param(matter.id())
                    .update();
        }
    }

    @Override
    @Transactional
    public void circulate(Matter matter, String title, String url, Set<Long> readerIds, Long senderId, Instant at) {
        jdbc.sql("""
                insert into worklist.pending_reading
                  (matter_type, matter_id, person_id, title, url, sender_id, circulated_at)
                select ?, ?, reader, ?, ?, ?, ? from unnest(cast(? as bigint[])) reader order by reader
                on conflict (matter_type, matter_id, person_id) do nothing
                """)
                .param(matter.type())
                .param(matter.id())
                .param(title)
                .param(url)
                .param(senderId)
                .param(at.atOffset(UTC))
                .param(readerIds.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
                .update();
    }

    @Override
    @Transactional
    public void confirmReading(Matter matter, long readerId, Instant at) {
        jdbc.sql("""
                update worklist.pending_reading set read_at = ?
                where matter_type = ? and matter_id = ? and person_id = ? and read_at is null
                """)
                .param(at.atOffset(UTC))
                .param(matter.type())
                .param(matter.id())
                .param(readerId)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Long> listUnreadReaders(Matter matter) {
        return jdbc.sql("""
                select person_id from worklist.pending_reading
                where matter_type = ? and matter_id = ? and read_at is null order by person_id
                """)
                .param(matter.type())
                .param(matter.id())
                .query(Long.class)
                .list();
    }

    @Override
    @Transactional
    public void follow(long personId, Matter matter, String title, String matterLabel, String url, Instant at) {
        jdbc.sql("""
                insert into worklist.followed_matter
                  (person_id, matter_type, matter_id, title, matter_label, url, followed_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (person_id, matter_type, matter_id) do nothing
                """)
                .param(personId)
                .param(matter.type())
                .param(matter.id())
                .param(title)
                .param(matterLabel)
                .param(url)
                .param(at.atOffset(UTC))
                .update();
    }

    @Override
    @Transactional
    public void unfollow(long personId, Matter matter) {
        jdbc.sql("delete from worklist.followed_matter where person_id = ? and matter_type = ? and matter_id = ?")
                .param(personId)
                .param(matter.type())
                .param(matter.id())
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isFollowed(long personId, Matter matter) {
        return jdbc.sql("""
                select exists (select 1 from worklist.followed_matter
                  where person_id = ? and matter_type = ? and matter_id = ?)
                """)
                .param(personId)
                .param(matter.type())
                .param(matter.id())
                .query(Boolean.class)
                .single();
    }
}
