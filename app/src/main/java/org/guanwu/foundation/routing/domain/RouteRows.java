package org.guanwu.foundation.routing.domain;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guanwu.foundation.routing.Assignee;
import org.jspecify.annotations.Nullable;

/**
 * A route as the rows of its tables, by table and key: the projection as a plain value. What is to be written is the
 * difference of two of these; what is checked at night is whether the tables equal this.
 */
record RouteRows(Map<Table, Map<List<Object>, List<@Nullable Object>>> rows) {

    /** in the order in which differences are written; {@code isAppendOnly}: a change of a row is a defect */
    enum Table {
        STEP(
                "route_step",
                false,
                "step_key",
                "lane_key, position, kind, status, round, activated_by_task, status_before, completed_by_task,"
                        + " is_touched, due_at, remaining_micros, silence_agrees"),
        SEAT(
                "route_seat",
                false,
                "seat_no",
                "step_key, round, chain, position, slot, assignees, pinned_id, added_by_id, is_done, is_touched,"
                        + " version, notified_at, moved_by_task, moved_from"),
        PENDING_TASK("pending_task", false, "task_no", Table.TASK_COLUMNS),
        COMPLETED_TASK("completed_task", true, "task_no", Table.TASK_COLUMNS + ", ended_at, outcome"),
        OPINION(
                "opinion",
                true,
                "opinion_no",
                "step_key, round, seat_no, slot, task_no, person_id, principal_id, kind, body, content_version,"
                        + " content_digest, given_seq, given_at"),
        SUPERSESSION("opinion_supersession", true, "opinion_no", "why"),
        SEPARATED_PERSON("separated_person", false, "separation_group, person_id", "step_key, opinion_no"),
        NUMBER("assigned_number", true, "", "authority_code, year, serial"),
        DEADLINE("route_deadline", false, "deadline_key", "due_on"),
        READING("pending_reading", false, "reader_id", "reading_no, sender_id, sent_at, confirmed_at");

        private static final String TASK_COLUMNS = "step_key, round, seat_no, person_id, principal_id, nature,"
                + " created_seq, created_at, seen_at, reminded_on";

        private final String table;
        private final boolean isAppendOnly;
        private final List<String> keys;
        private final List<String> columns;

        Table(String table, boolean isAppendOnly, String keys, String columns) {
            this.table = "routing." + table;
            this.isAppendOnly = isAppendOnly;
            this.keys = keys.isEmpty() ? List.of() : List.of(keys.split(", "));
            this.columns = List.of(columns.split(", "));
        }

        boolean isAppendOnly() {
            return isAppendOnly;
        }

        List<String> keys() {
            return keys;
        }

        List<String> columns() {
            return columns;
        }

        private static String placeholder(String column) {
            return column.equals("assignees") || column.equals("moved_from") ? "?::text[]" : "?";
        }

        private String where() {
            var conditions = new ArrayList<String>();
            conditions.add("route_id = ?");
            keys.forEach(key -> conditions.add(key + " = ?"));
            return " where " + String.join(" and ", conditions);
        }

        private List<String> all() {
            var all = new ArrayList<String>();
            all.add("route_id");
            all.addAll(keys);
            all.addAll(columns);
            return all;
        }

        String insert() {
            return "insert into " + table + " (" + String.join(", ", all()) + ") values ("
                    + String.join(", ", all().stream().map(Table::placeholder).toList()) + ")";
        }

        String update() {
            return "update " + table + " set "
                    + String.join(
                            ", ",
                            columns.stream()
                                    .map(c -> c + " = " + placeholder(c))
                                    .toList())
                    + where();
        }

        String delete() {
            return "delete from " + table + where();
        }

        String select() {
            var shown = new ArrayList<>(keys);
            shown.addAll(columns);
            return "select " + String.join(", ", shown) + " from " + table + " where route_id = ?";
        }
    }

    static RouteRows of(@Nullable Route route) {
        var rows = new RouteRows(new LinkedHashMap<>());
        for (Table table : Table.values()) {
            rows.rows.put(table, new LinkedHashMap<>());
        }
        if (route != null) {
            rows.addSteps(route);
            rows.addTasks(route);
            rows.addOpinions(route);
            rows.addRest(route);
        }
        return rows;
    }

    Map<List<Object>, List<@Nullable Object>> of(Table table) {
        return rows.getOrDefault(table, Map.of());
    }

    private void add(Table table, List<Object> key, @Nullable Object... values) {
        of(table).put(key, Arrays.asList(values));
    }

    private void addSteps(Route route) {
        for (Step step : route.steps().values()) {
            var spec = route.outline().spec(step.key());
            add(
                    Table.STEP,
                    List.of(step.key()),
                    route.outline().laneOf(step.key()).key(),
                    route.outline().position(step.key()),
                    spec.kind().name(),
                    step.status().name(),
                    step.round(),
                    step.activatedBy(),
                    step.statusBefore().name(),
                    step.completedBy(),
                    step.isTouched(),
                    time(step.dueAt()),
                    micros(step.remaining()),
                    spec.silenceAgrees());
            for (int chain = 0; chain < step.chains().size(); chain++) {
                for (int position = 0; position < step.chains().get(chain).size(); position++) {
                    addSeat(step, step.chains().get(chain).get(position), chain, position);
                }
            }
        }
    }

    private void addSeat(Step step, Seat seat, int chain, int position) {
        add(
                Table.SEAT,
                List.of(seat.no()),
                step.key(),
                step.round(),
                chain,
                position,
                seat.slot(),
                texts(seat.assignees()),
                seat.pinned(),
                seat.addedBy(),
                seat.isDone(),
                seat.isTouched(),
                seat.version(),
                time(seat.notifiedAt()),
                seat.movedByTask(),
                texts(seat.movedFrom()));
    }

    private void addTasks(Route route) {
        for (RouteTask task : route.tasks().values()) {
            var values = new ArrayList<@Nullable Object>(Arrays.asList(
                    task.step(),
                    task.round(),
                    task.seat() == 0 ? null : task.seat(),
                    task.person(),
                    task.principal(),
                    task.nature().name(),
                    task.createdSeq(),
                    time(task.createdAt()),
                    time(task.seenAt()),
                    task.remindedOn()));
            if (task.outcome() != null) {
                values.add(time(task.endedAt()));
                values.add(task.outcome().name());
            }
            of(task.isOpen() ? Table.PENDING_TASK : Table.COMPLETED_TASK).put(List.of(task.no()), values);
        }
    }

    private void addOpinions(Route route) {
        for (Opinion opinion : route.opinions()) {
            add(
                    Table.OPINION,
                    List.of(opinion.no()),
                    opinion.step(),
                    opinion.round(),
                    opinion.seat(),
                    opinion.slot(),
                    opinion.task(),
                    opinion.person(),
                    opinion.principal(),
                    opinion.kind().name(),
                    opinion.text(),
                    opinion.contentVersion(),
                    opinion.contentDigest(),
                    opinion.seq(),
                    time(opinion.givenAt()));
            if (opinion.superseded() != null) {
                add(
                        Table.SUPERSESSION,
                        List.of(opinion.no()),
                        opinion.superseded().name());
            }
            if (route.counts(opinion) && !route.isOutdated(opinion)) {
                addSeparated(route, opinion);
            }
        }
    }

    /** hand and name of each counting opinion, so that the primary key keeps the groups apart (I5) */
    private void addSeparated(Route route, Opinion opinion) {
        if (opinion.person() == null || opinion.principal() == null) {
            return;
        }
        for (String group : route.outline().spec(opinion.step()).separationGroups()) {
            addSeparated(group, opinion.person(), opinion);
            addSeparated(group, opinion.principal(), opinion);
        }
    }

    private void addSeparated(String group, long person, Opinion opinion) {
        var present = of(Table.SEPARATED_PERSON)
                .putIfAbsent(List.of(group, person), Arrays.asList(opinion.step(), opinion.no()));
        if (present != null && !opinion.step().equals(present.getFirst())) {
            throw new IllegalStateException("separation broken in " + group + ": " + opinion);
        }
    }

    private void addRest(Route route) {
        if (route.number() != null) {
            add(
                    Table.NUMBER,
                    List.of(),
                    route.number().authorityCode(),
                    route.number().year(),
                    route.number().serial());
        }
        if (route.dueOn() != null) {
            add(Table.DEADLINE, List.of("matter"), route.dueOn());
        }
        for (Reading reading : route.readings()) {
            add(
                    Table.READING,
                    List.of(reading.reader()),
                    reading.no(),
                    reading.sender(),
                    time(reading.sentAt()),
                    time(reading.confirmedAt()));
        }
    }

    private static @Nullable Object time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(UTC);
    }

    private static @Nullable Object micros(@Nullable Duration duration) {
        return duration == null ? null : duration.toNanos() / 1000;
    }

    private static @Nullable Object texts(@Nullable List<Assignee> assignees) {
        return assignees == null
                ? null
                : arrayLiteral(assignees.stream().map(Assignee::text).toList());
    }

    static String arrayLiteral(List<String> texts) {
        return "{" + String.join(",", texts.stream().map(RouteRows::quoted).toList()) + "}";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
