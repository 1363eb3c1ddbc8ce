package org.guanwu.foundation.worklist.domain;

import static java.time.ZoneOffset.UTC;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 待阅、已办、关注 of one person, newest first, each a range of one index. */
@Component
public class RecordQuery {

    private final JdbcClient jdbc;

    RecordQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Page<ReadingRow> listReadings(Actor actor, @Nullable String cursor, int size) {
        return list(
                "select * from worklist.pending_reading where person_id = ? and read_at is null",
                "circulated_at",
                actor,
                cursor,
                size,
                (row, i) -> new ReadingRow(
                        row.getLong("id"),
                        new Matter(row.getString("matter_type"), row.getLong("matter_id")),
                        row.getString("title"),
                        row.getString("url"),
                        row.getLong("sender_id"),
                        InboxQuery.instant(row, "circulated_at")),
                row -> new Object[] {row.circulatedAt(), row.id()});
    }

    @Transactional(readOnly = true)
    public Page<CompletedRow> listCompleted(Actor actor, @Nullable String cursor, int size) {
        return list(
                "select * from worklist.completed_task where person_id = ?",
                "ended_at",
                actor,
                cursor,
                size,
                (row, i) -> new CompletedRow(
                        row.getLong("id"),
                        row.getString("task_key"),
                        new Matter(row.getString("matter_type"), row.getLong("matter_id")),
                        row.getLong("principal_id"),
                        row.getString("kind_label"),
                        row.getString("title"),
                        row.getString("matter_label"),
                        row.getString("url"),
                        row.getInt("urgency"),
                        row.getString("sender_name"),
                        row.getString("outcome"),
                        InboxQuery.instant(row, "ended_at")),
                row -> new Object[] {row.endedAt(), row.id()});
    }

    @Transactional(readOnly = true)
    public Page<FollowedRow> listFollowed(Actor actor, @Nullable String cursor, int size) {
        return list(
                """
                select f.*, coalesce(now_at, '') as now_at, coalesce(is_suspended, false) as is_suspended, due_on
                from worklist.followed_matter f left join lateral (
                  select string_agg(distinct t.kind_label, '、') as now_at, bool_or(t.is_frozen) as is_suspended,
                    min(t.due_on) as due_on
                  from worklist.pending_task t where t.matter_type = f.matter_type and t.matter_id = f.matter_id
                ) tasks on true where person_id = ?""",
                "followed_at",
                actor,
                cursor,
                size,
                (row, i) -> new FollowedRow(
                        row.getLong("id"),
                        new Matter(row.getString("matter_type"), row.getLong("matter_id")),
                        row.getString("title"),
                        row.getString("matter_label"),
                        row.getString("url"),
                        InboxQuery.instant(row, "followed_at"),
                        row.getString("now_at"),
                        row.getBoolean("is_suspended"),
                        row.getObject("due_on", LocalDate.class)),
                row -> new Object[] {row.followedAt(), row.id()});
    }

    private <T> Page<T> list(
            String select,
            String time,
            Actor actor,
            @Nullable String cursor,
            int size,
            RowMapper<T> mapper,
            java.util.function.Function<T, Object[]> key) {
        Keyset from = Keyset.parse(cursor, 2);
        boolean isBackward = from != null && from.isBackward();
        var parameters = new ArrayList<Object>(List.of(actor.personId()));
        var sql = new StringBuilder(select);
        if (from != null) {
            sql.append(" and (%s, id) %s (?, ?)".formatted(time, isBackward ? ">" : "<"));
            parameters.add(from.instant(0).atOffset(UTC));
            parameters.add(from.number(1));
        }
        sql.append(" order by %1$s %2$s, id %2$s limit ?".formatted(time, isBackward ? "asc" : "desc"));
        parameters.add(size + 1);
        List<T> rows = jdbc.sql(sql.toString()).params(parameters).query(mapper).list();
        return Keyset.page(rows, size, from, key);
    }
}
