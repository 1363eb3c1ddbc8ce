package org.guanwu.foundation.worklist.domain;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The open tasks of one person: a range of one index, whatever the filter, and never another person's row.
 *
 * <p>Order: due date (overdue ones are therefore first, those without one last), urgency, arrival. Remaining working
 * days never decrease with a later due date, so this is also the order by remaining working days.
 */
@Component
public class InboxQuery {

    private static final String COLUMNS = """
            select task_key, matter_type, matter_id, principal_id, kind_label, title, matter_label, url, urgency, due_on,
              sender_name, created_at, seen_at, is_paused from worklist.pending_task
            """;
    private static final String KEY = "(sort_due, sort_urgency, created_at, task_key)";

    private final JdbcClient jdbc;

    InboxQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.guanwu.foundation.shared.InvalidInput when the cursor is not one of this list */
    @Transactional(readOnly = true)
    public Page<PendingRow> list(
            Actor actor, InboxFilter filter, DueWindow.Days days, @Nullable String cursor, int size) {
        Keyset from = within(filter.due(), days, Keyset.parse(cursor, 4));
        readInIndexOrder();
        Statement statement = statement(actor.personId(), filter, days, from, size + 1);
        List<PendingRow> rows = jdbc.sql(statement.sql())
                .params(statement.parameters())
                .query(InboxQuery::map)
                .list();
        return Keyset.page(rows, size, from, InboxQuery::key);
    }

    /**
     * For the running transaction. Every filter has an index in the list's order; old statistics (a person who had three
     * tasks yesterday and has a hundred thousand now) would make the planner read and sort them all instead.
     */
    void readInIndexOrder() {
        jdbc.sql("select set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true)")
                .query()
                .singleRow();
    }

    @Transactional(readOnly = true)
    public Optional<PendingRow> find(Actor actor, String taskKey) {
        return jdbc.sql(COLUMNS + "where task_key = ? and person_id = ?")
                .param(taskKey.replace("\0", ""))
                .param(actor.personId())
                .query(InboxQuery::map)
                .optional();
    }

    static Statement statement(
            long personId, InboxFilter filter, DueWindow.Days days, @Nullable Keyset from, int limit) {
        var sql = new StringBuilder(COLUMNS).append("where person_id = ? and not is_frozen");
        var parameters = new ArrayList<Object>();
        parameters.add(personId);
        if (filter.isUrgentOnly()) {
            sql.append(" and urgency > 0");
        }
        if (filter.kind() != null) {
            sql.append(" and kind_label = ?");
            parameters.add(filter.kind());
        }
        if (filter.principalId() != null) {
            sql.append(" and principal_id <> person_id and principal_id = ?");
            parameters.add(filter.principalId());
        }
        boolean isBackward = from != null && from.isBackward();
        // at the side where the cursor stands it is the bound: with two, the scan would start at the farther one
        if (filter.due() != null && (from == null || isBackward)) {
            sql.append(" and sort_due >= ?");
            parameters.add(filter.due().first(days));
        }
        if (filter.due() != null && !isBackward) {
            sql.append(" and sort_due <= ?");
            parameters.add(filter.due().last(days));
        }
        if (from != null) {
            sql.append(" and ").append(KEY).append(isBackward ? " < " : " > ").append("(?, ?, ?, ?)");
            parameters.add(from.date(0));
            parameters.add((short) from.number(1));
            parameters.add(from.instant(2).atOffset(UTC));
            parameters.add(from.values().get(3));
        }
        String order = isBackward ? " desc" : "";
        sql.append(" order by sort_due%1$s, sort_urgency%1$s, created_at%1$s, task_key%1$s limit ?".formatted(order));
        parameters.add(limit);
        return new Statement(sql.toString(), parameters);
    }

    /** a position outside the window comes from another list: reading starts at the beginning */
    static @Nullable Keyset within(@Nullable DueWindow window, DueWindow.Days days, @Nullable Keyset from) {
        if (window == null || from == null) {
            return from;
        }
        LocalDate due = from.date(0);
        return due.isBefore(window.first(days)) || due.isAfter(window.last(days)) ? null : from;
    }

    private static Object[] key(PendingRow row) {
        LocalDate sortDue = row.dueOn() == null ? DueWindow.NO_DUE_DATE : row.dueOn();
        return new Object[] {sortDue, -row.urgency(), row.createdAt(), row.taskKey()};
    }

    private static PendingRow map(ResultSet row, int rowNumber) throws SQLException {
        return new PendingRow(
                row.getString("task_key"),
                new Matter(row.getString("matter_type"), row.getLong("matter_id")),
                row.getLong("principal_id"),
                row.getString("kind_label"),
                row.getString("title"),
                row.getString("matter_label"),
                row.getString("url"),
                row.getInt("urgency"),
                row.getObject("due_on", LocalDate.class),
                row.getString("sender_name"),
                instant(row, "created_at"),
                row.getObject("seen_at") != null,
                row.getBoolean("is_paused"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** what is sent to the database, so that its plan can be tested */
    record Statement(String sql, List<Object> parameters) {}
}
