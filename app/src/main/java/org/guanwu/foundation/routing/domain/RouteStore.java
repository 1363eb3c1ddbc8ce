package org.guanwu.foundation.routing.domain;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.guanwu.foundation.routing.Receipt;
import org.guanwu.foundation.routing.RouteAct;
import org.guanwu.foundation.routing.StartRoute;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A route under its row lock, its log, its tables and the commands it has answered. Never outside a transaction. */
@Component
class RouteStore {

    private static final String COLUMNS = "id, matter_type, matter_id, unit_id, unit_path, title, matter_label, url,"
            + " urgency, authority_code, log_hash, log_seq";

    private final JdbcClient client;
    private final JdbcTemplate jdbc;
    private final RouteLog log;
    private final RouteTables tables;
    private final FoldedRoutes folded;

    RouteStore(JdbcClient client, JdbcTemplate jdbc, RouteLog log, RouteTables tables, FoldedRoutes folded) {
        this.client = client;
        this.jdbc = jdbc;
        this.log = log;
        this.tables = tables;
        this.folded = folded;
    }

    /** The first lock of every command; everything else, the organization included, is read after it. */
    RouteRecord lock(long routeId) {
        return load("select " + COLUMNS + " from routing.route where id = ? for update", routeId)
                .orElseThrow(() -> new NotFound("route " + routeId));
    }

    RouteRecord get(long routeId) {
        return load("select " + COLUMNS + " from routing.route where id = ?", routeId)
                .orElseThrow(() -> new NotFound("route " + routeId));
    }

    Optional<RouteRecord> find(Matter matter) {
        return findId(matter).map(this::get);
    }

    /** the live one, or the one that was voided last */
    Optional<Long> findId(Matter matter) {
        return client.sql("""
                select id from routing.route where matter_type = ? and matter_id = ?
                order by (status <> 'VOIDED') desc, id desc limit 1
                """)
                .param(matter.type())
                .param(matter.id())
                .query(Long.class)
                .optional();
    }

    Matter matterOf(long routeId) {
        return client.sql("select matter_type, matter_id from routing.route where id = ?")
                .param(routeId)
                .query((row, n) -> new Matter(row.getString(1), row.getLong(2)))
                .optional()
                .orElseThrow(() -> new NotFound("route " + routeId));
    }

    /** asked before the lock, so that reading a page locks nothing when there is nothing to mark */
    boolean hasUnseenTask(long routeId, long person) {
        return client.sql("""
                select exists (select 1 from routing.pending_task
                  where route_id = ? and person_id = ? and seen_at is null)
                """).param(routeId).param(person).query(Boolean.class).single();
    }

    private Optional<RouteRecord> load(String sql, long routeId) {
        return client.sql(sql).param(routeId).query((row, n) -> map(row)).optional();
    }

    /**
     * The log is read in a second statement, after the lock: nothing of it can be older than the row. Without the lock
     * a command may have been accepted in between; the row says how far this reader has come.
     */
    private RouteRecord map(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        int seq = row.getInt("log_seq");
        byte @Nullable [] hash = row.getBytes("log_hash");
        return new RouteRecord(
                id,
                new Matter(row.getString("matter_type"), row.getLong("matter_id")),
                row.getLong("unit_id"),
                row.getString("unit_path"),
                row.getString("title"),
                row.getString("matter_label"),
                row.getString("url"),
                row.getInt("urgency"),
                row.getString("authority_code"),
                hash,
                folded.get(id, hash, () -> Route.fold(log.read(id).subList(0, seq))));
    }

    /** @throws Refusal when the matter has a live route */
    long create(StartRoute request, String unitPath, long drafter, Instant at) {
        return client.sql("""
                insert into routing.route (matter_type, matter_id, unit_id, unit_path, title, matter_label, url, urgency,
                  authority_code, template_code, template_revision, drafter_id, status, version, log_seq,
                  content_version, substantive_version, opened_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', 0, 0, 1, 1, ?)
                on conflict (matter_type, matter_id) where status <> 'VOIDED' do nothing
                returning id
                """)
                .param(request.matter().type())
                .param(request.matter().id())
                .param(request.unitId())
                .param(unitPath)
                .param(request.title())
                .param(request.matterLabel())
                .param(request.url())
                .param(request.urgency())
                .param(request.authorityCode())
                .param(request.template().code())
                .param(request.template().revision())
                .param(drafter)
                .param(at.atOffset(UTC))
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new Refusal("routing.already-started", "此件已在流转，不能重复启动。"));
    }

    /** log, tables and row of the route, in the transaction of the act */
    byte[] append(long routeId, byte @Nullable [] lastHash, @Nullable Route before, Decision decision) {
        Route after = decision.after();
        byte[] hash = log.append(routeId, lastHash, decision.entries());
        tables.write(routeId, before, after);
        int updated = jdbc.update(
                """
                update routing.route set status = ?, is_unattended = ?, version = ?, log_seq = ?, log_hash = ?,
                  content_version = ?, substantive_version = ?, suspended_at = ?, ended_at = ?
                where id = ? and log_seq = ?
                """,
                after.status().name(),
                after.isUnattended(),
                after.version(),
                after.seq(),
                hash,
                after.contentVersion(),
                after.substantiveVersion(),
                after.suspendedAt() == null ? null : after.suspendedAt().atOffset(UTC),
                after.endedAt() == null ? null : after.endedAt().atOffset(UTC),
                routeId,
                before == null ? 0 : before.seq());
        if (updated != 1) {
            throw new IllegalStateException("route " + routeId + " was written without its lock");
        }
        folded.put(routeId, hash, after);
        return hash;
    }

    void accept(long routeId, UUID commandId, @Nullable Long actor, RouteAct act, Route after, Instant at) {
        jdbc.update(
                """
                insert into routing.accepted_command
                  (route_id, command_id, actor_id, act, version, content_version, log_seq, accepted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                routeId,
                commandId,
                actor,
                act.name(),
                after.version(),
                after.contentVersion(),
                after.seq(),
                at.atOffset(UTC));
    }

    /** The first answer to this command id; somebody else's id is nobody's answer. */
    Optional<Receipt> findAnswer(long routeId, UUID commandId, long actor) {
        return client.sql("""
                select route_id, version, content_version from routing.accepted_command
                where route_id = ? and command_id = ? and actor_id = ?
                """)
                .param(routeId)
                .param(commandId)
                .param(actor)
                .query((row, n) -> receipt(row.getLong(1), row.getInt(2), row.getInt(3)))
                .optional();
    }

    Optional<Receipt> findStart(UUID commandId, long actor) {
        return client.sql("""
                select route_id, version, content_version from routing.accepted_command
                where command_id = ? and actor_id = ? and act = 'START'
                """)
                .param(commandId)
                .param(actor)
                .query((row, n) -> receipt(row.getLong(1), row.getInt(2), row.getInt(3)))
                .optional();
    }

    private static Receipt receipt(long routeId, int version, int contentVersion) {
        return new Receipt(routeId, version, contentVersion, true);
    }

    void relabel(long routeId, String title, int urgency) {
        jdbc.update("update routing.route set title = ?, urgency = ? where id = ?", title, urgency, routeId);
    }

    /** true: the tables say what the log says, and the chain holds */
    boolean isConsistent(long routeId) {
        return log.findBrokenLink(routeId).isEmpty()
                && Objects.equals(RouteRows.of(Route.fold(log.read(routeId))), tables.read(routeId));
    }
}
