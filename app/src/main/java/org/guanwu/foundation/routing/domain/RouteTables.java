package org.guanwu.foundation.routing.domain;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guanwu.foundation.routing.StepStatus;
import org.guanwu.foundation.routing.domain.RouteRows.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes the difference of two states into the tables, and reads the tables back for comparison. */
@Component
class RouteTables {

    private final JdbcTemplate jdbc;
    private final Map<Table, String> inserts = new EnumMap<>(Table.class);
    private final Map<Table, String> updates = new EnumMap<>(Table.class);
    private final Map<Table, String> deletes = new EnumMap<>(Table.class);

    RouteTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        for (Table table : Table.values()) {
            inserts.put(table, table.insert());
            updates.put(table, table.update());
            deletes.put(table, table.delete());
        }
    }

    /** Deletes, then updates, then inserts: a task may go to somebody who has just lost another one of the step. */
    void write(long routeId, @Nullable Route before, Route after) {
        RouteRows old = RouteRows.of(before);
        RouteRows now = RouteRows.of(after);
        for (Table table : Table.values()) {
            var gone = new ArrayList<Object[]>();
            old.of(table).keySet().stream()
                    .filter(key -> !now.of(table).containsKey(key))
                    .forEach(key -> gone.add(parameters(List.of(), routeId, key, List.of())));
            run(table, deletes, gone);
        }
        for (Table table : Table.values()) {
            var changed = new ArrayList<Object[]>();
            var created = new ArrayList<Object[]>();
            now.of(table).forEach((key, values) -> {
                List<@Nullable Object> present = old.of(table).get(key);
                if (present == null) {
                    created.add(parameters(List.of(), routeId, key, values));
                } else if (!present.equals(values)) {
                    changed.add(parameters(values, routeId, key, List.of()));
                }
            });
            if (table == Table.STEP) {
                // whoever stops is written before whoever starts: one active step per lane
                changed.sort((a, b) -> Boolean.compare(isActive(a), isActive(b)));
            }
            run(table, updates, changed);
            run(table, inserts, created);
        }
    }

    private static boolean isActive(Object[] parameters) {
        return StepStatus.ACTIVE.name().equals(parameters[Table.STEP.columns().indexOf("status")]);
    }

    private static Object[] parameters(
            List<@Nullable Object> first, long routeId, List<Object> key, List<@Nullable Object> last) {
        var all = new ArrayList<@Nullable Object>(first);
        all.add(routeId);
        all.addAll(key);
        all.addAll(last);
        return all.toArray();
    }

    private void run(Table table, Map<Table, String> statements, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        if (table.isAppendOnly() && statements != inserts) {
            throw new IllegalStateException(table + " is append-only, " + rows.size() + " rows would change");
        }
        jdbc.batchUpdate(Objects.requireNonNull(statements.get(table)), rows);
    }

    /** what the tables say, in the same form as {@link RouteRows#of(Route)} */
    RouteRows read(long routeId) {
        var rows = new LinkedHashMap<Table, Map<List<Object>, List<@Nullable Object>>>();
        for (Table table : Table.values()) {
            var found = new LinkedHashMap<List<Object>, List<@Nullable Object>>();
            jdbc.query(
                    table.select(),
                    row -> {
                        var key = new ArrayList<Object>();
                        for (int i = 1; i <= table.keys().size(); i++) {
                            key.add(Objects.requireNonNull(value(row, i)));
                        }
                        var values = new @Nullable Object[table.columns().size()];
                        for (int i = 0; i < values.length; i++) {
                            values[i] = value(row, table.keys().size() + i + 1);
                        }
                        found.put(key, Arrays.asList(values));
                    },
                    routeId);
            rows.put(table, found);
        }
        return new RouteRows(rows);
    }

    private static @Nullable Object value(ResultSet row, int column) throws SQLException {
        return switch (row.getMetaData().getColumnType(column)) {
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> row.getObject(column, OffsetDateTime.class);
            case Types.DATE -> row.getObject(column, LocalDate.class);
            case Types.ARRAY -> literal(row.getArray(column));
            default -> row.getObject(column);
        };
    }

    private static @Nullable String literal(@Nullable Array array) throws SQLException {
        return array == null ? null : RouteRows.arrayLiteral(List.of((String[]) array.getArray()));
    }
}
