package org.guanwu.foundation.audit.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guanwu.foundation.shared.Matter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class LedgerRepository {

    static final String COLUMNS = """
            seq, at, actor_id, actor_name, principal_id, unit_id, unit_name, act, object_type, object_id,
            before_digest, after_digest, address, details, previous_hash, hash""";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    LedgerRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    record Head(long seq, String hash) {
        static final Head NONE = new Head(0, LedgerEntry.GENESIS);
    }

    /** Holds the chain until this transaction ends. The lock and the read are two statements inside the function. */
    Head lockHead() {
        return jdbc.sql("select seq, hash from audit.lock_ledger_head()")
                .query((row, n) -> new Head(row.getLong("seq"), row.getString("hash")))
                .optional()
                .orElse(Head.NONE);
    }

    Head head() {
        return jdbc.sql("select seq, hash from audit.ledger_entry order by seq desc limit 1")
                .query((row, n) -> new Head(row.getLong("seq"), row.getString("hash")))
                .optional()
                .orElse(Head.NONE);
    }

    void insert(List<LedgerEntry> entries) {
        batches.batchUpdate(
                "insert into audit.ledger_entry (" + COLUMNS
                        + ") values (?,?,?,?,?,?,?,?,?,?,?,?,?,cast(? as jsonb),?,?)",
                entries.stream().map(LedgerRepository::columns).toList());
    }

    /** ascending, {@code from < seq <= to}, at most {@code limit} */
    List<LedgerEntry> list(long after, long to, int limit) {
        return jdbc.sql("select " + COLUMNS
                        + " from audit.ledger_entry where seq > ? and seq <= ? order by seq limit ?")
                .params(after, to, limit)
                .query(LedgerRepository::entry)
                .list();
    }

    Optional<LedgerEntry> find(long seq) {
        return jdbc.sql("select " + COLUMNS + " from audit.ledger_entry where seq = ?")
                .param(seq)
                .query(LedgerRepository::entry)
                .optional();
    }

    static LedgerEntry entry(ResultSet row, int n) throws SQLException {
        var act = new RecordedAct(
                number(row, "actor_id"),
                row.getString("actor_name"),
                number(row, "principal_id"),
                number(row, "unit_id"),
                row.getString("unit_name"),
                row.getString("act"),
                new Matter(row.getString("object_type"), row.getLong("object_id")),
                row.getString("before_digest"),
                row.getString("after_digest"),
                row.getString("address"),
                JSON.readValue(row.getString("details"), DETAILS));
        return new LedgerEntry(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                act,
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Object[] columns(LedgerEntry entry) {
        RecordedAct act = entry.act();
        return new @Nullable Object[] {
            entry.seq(),
            entry.at().atOffset(ZoneOffset.UTC),
            act.actorId(),
            act.actorName(),
            act.principalId(),
            act.unitId(),
            act.unitName(),
            act.act(),
            act.object().type(),
            act.object().id(),
            act.beforeDigest(),
            act.afterDigest(),
            act.address(),
            JSON.writeValueAsString(act.details()),
            entry.previousHash(),
            entry.hash()
        };
    }
}
