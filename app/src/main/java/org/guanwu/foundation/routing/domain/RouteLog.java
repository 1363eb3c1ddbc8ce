package org.guanwu.foundation.routing.domain;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guanwu.foundation.audit.Sm3;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** {@code route_event}: the only truth about a route. */
@Component
class RouteLog {

    private static final String COLUMNS =
            "seq, at, actor_id, principal_id, command_id, type, body::text as body, previous_hash, hash";

    private record Row(LogEntry entry, String body, byte @Nullable [] previousHash, byte[] hash) {}

    private final JdbcTemplate jdbc;
    private final RouteChain chain;

    RouteLog(JdbcTemplate jdbc, Sm3 sm3) {
        this.jdbc = jdbc;
        this.chain = new RouteChain(sm3);
    }

    List<LogEntry> read(long routeId) {
        return rows(routeId).stream().map(Row::entry).toList();
    }

    private List<Row> rows(long routeId) {
        return jdbc.query(
                "select " + COLUMNS + " from routing.route_event where route_id = ? order by seq",
                (row, n) -> map(row),
                routeId);
    }

    private static Row map(ResultSet row) throws SQLException {
        String body = row.getString("body");
        var entry = new LogEntry(
                row.getInt("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("actor_id", Long.class),
                row.getObject("principal_id", Long.class),
                row.getObject("command_id", UUID.class),
                EventCodec.read(row.getString("type"), body));
        return new Row(entry, body, row.getBytes("previous_hash"), row.getBytes("hash"));
    }

    /** @return the hash of the last link */
    byte[] append(long routeId, byte @Nullable [] lastHash, List<LogEntry> entries) {
        var bodies = new ArrayList<String>();
        var hashes = new ArrayList<byte[]>();
        @Nullable byte[] previous = lastHash;
        for (LogEntry entry : entries) {
            String body = EventCodec.write(entry.event());
            previous = chain.hash(previous, routeId, entry, body);
            bodies.add(body);
            hashes.add(previous);
        }
        insert(routeId, lastHash, entries, bodies, hashes);
        return hashes.getLast();
    }

    private void insert(
            long routeId,
            byte @Nullable [] lastHash,
            List<LogEntry> entries,
            List<String> bodies,
            List<byte[]> hashes) {
        var rows = new ArrayList<Object[]>();
        for (int i = 0; i < entries.size(); i++) {
            LogEntry entry = entries.get(i);
            rows.add(new @Nullable Object[] {
                routeId,
                entry.seq(),
                entry.at().atOffset(UTC),
                entry.actor(),
                entry.principal(),
                entry.commandId(),
                EventCodec.type(entry.event()),
                bodies.get(i),
                i == 0 ? lastHash : hashes.get(i - 1),
                hashes.get(i)
            });
        }
        jdbc.batchUpdate("""
                insert into routing.route_event
                  (route_id, seq, at, actor_id, principal_id, command_id, type, body, previous_hash, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows, new int[] {
            Types.BIGINT,
            Types.INTEGER,
            Types.TIMESTAMP_WITH_TIMEZONE,
            Types.BIGINT,
            Types.BIGINT,
            Types.OTHER,
            Types.VARCHAR,
            Types.OTHER,
            Types.BINARY,
            Types.BINARY
        });
    }

    /** @return the first entry that does not follow from the one before, or does not say what was hashed */
    Optional<Integer> findBrokenLink(long routeId) {
        @Nullable byte[] previous = null;
        int seq = 0;
        for (Row row : rows(routeId)) {
            seq++;
            boolean isLinked = row.entry().seq() == seq && Arrays.equals(row.previousHash(), previous);
            if (!isLinked || !Arrays.equals(row.hash(), chain.hash(previous, routeId, row.entry(), row.body()))) {
                return Optional.of(row.entry().seq());
            }
            previous = row.hash();
        }
        byte @Nullable [] head =
                jdbc.queryForObject("select log_hash from routing.route where id = ?", byte[].class, routeId);
        return Arrays.equals(head, previous) ? Optional.empty() : Optional.of(seq);
    }
}
