package org.guanwu.foundation.workingday.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.workingday.ClockEvent;
import org.guanwu.foundation.workingday.LegalClocks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ClockRepository {

    static final String STARTED = "STARTED";
    static final String STOPPED = "STOPPED";

    private static final RowMapper<StoredClock> ROW = (row, n) -> new StoredClock(
            row.getLong("id"),
            new Matter(row.getString("matter_type"), row.getLong("matter_id")),
            row.getString("limit_code"),
            row.getObject("limit_valid_from", LocalDate.class),
            row.getString("label"),
            row.getObject("started_on", LocalDate.class),
            LegalClocks.State.valueOf(row.getString("state")),
            row.getObject("due_on", LocalDate.class),
            row.getBoolean("is_provisional"),
            row.getObject("stopped_on", LocalDate.class),
            row.getLong("calendar_revision"));

    private final JdbcClient db;

    ClockRepository(JdbcClient db) {
        this.db = db;
    }

    /** false: the matter has a clock of this limit already */
    boolean insert(
            Matter matter,
            TimeLimit limit,
            LocalDate startedOn,
            LegalClocks.State state,
            ClockCalculus.Due due,
            long revision) {
        return db.sql("""
                        insert into workingday.legal_clock (matter_type, matter_id, limit_code, limit_valid_from,
                          started_on, state, due_on, is_provisional, calendar_revision)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(
                                matter.type(),
                                matter.id(),
                                limit.code(),
                                limit.validFrom(),
                                startedOn,
                                state.name(),
                                due.day(),
                                due.isProvisional(),
                                revision)
                        .update()
                == 1;
    }

    Optional<StoredClock> find(Matter matter, String limitCode) {
        return find(matter, limitCode, "");
    }

    Optional<StoredClock> findForUpdate(Matter matter, String limitCode) {
        return find(matter, limitCode, " for update");
    }

    private Optional<StoredClock> find(Matter matter, String limitCode, String lock) {
        return db.sql("select * from workingday.legal_clock where matter_type = ? and matter_id = ? and limit_code = ?"
                        + lock)
                .params(matter.type(), matter.id(), limitCode)
                .query(ROW)
                .optional();
    }

    void update(StoredClock clock) {
        db.sql("""
                        update workingday.legal_clock set state = ?, due_on = ?, is_provisional = ?, stopped_on = ?,
                          calendar_revision = ? where id = ?""")
                .params(
                        clock.state().name(),
                        clock.dueOn(),
                        clock.isProvisional(),
                        clock.stoppedOn(),
                        clock.calendarRevision(),
                        clock.id())
                .update();
    }

    void label(Matter matter, String label) {
        db.sql("update workingday.legal_clock set label = ? where matter_type = ? and matter_id = ?")
                .params(label, matter.type(), matter.id())
                .update();
    }

    void append(long clockId, String type, LocalDate on, @Nullable Integer amount, String reason, Instant recordedAt) {
        db.sql("""
                        insert into workingday.clock_event (clock_id, seq, type, happened_on, amount, reason, recorded_at)
                        select ?, coalesce(max(seq), 0) + 1, ?, ?, ?::int, ?, ?
                          from workingday.clock_event where clock_id = ?""")
                .params(clockId, type, on, amount, reason, Timestamp.from(recordedAt), clockId)
                .update();
    }

    /** without start and stop, which are no part of the calculus */
    List<ClockEvent> listEvents(long clockId) {
        return events("clock_id = ?", clockId).getOrDefault(clockId, List.of());
    }

    Map<Long, List<ClockEvent>> listEventsOf(List<Long> clockIds) {
        return clockIds.isEmpty() ? Map.of() : events("clock_id = any (?)", clockIds.toArray(Long[]::new));
    }

    private Map<Long, List<ClockEvent>> events(String where, Object parameter) {
        var events = new HashMap<Long, List<ClockEvent>>();
        db.sql("select clock_id, type, happened_on, amount from workingday.clock_event where " + where
                        + " and type not in ('STARTED', 'STOPPED') order by clock_id, seq")
                .param(parameter)
                .query(row -> {
                    var event = new ClockEvent(
                            ClockEvent.Type.valueOf(row.getString("type")),
                            row.getObject("happened_on", LocalDate.class).atStartOfDay(),
                            row.getInt("amount"));
                    events.computeIfAbsent(row.getLong("clock_id"), id -> new ArrayList<>())
                            .add(event);
                });
        return events;
    }

    /** locked for this transaction; what another node holds is left to it */
    List<StoredClock> listOutdatedForUpdate(long revision, int most) {
        return db.sql("""
                        select * from workingday.legal_clock where state <> 'STOPPED' and calendar_revision < ?
                         order by id limit ? for update skip locked""").params(revision, most).query(ROW).list();
    }

    List<StoredClock> listRunning() {
        return db.sql("select * from workingday.legal_clock where state = 'RUNNING' order by due_on, id")
                .query(ROW)
                .list();
    }

    long countOpen() {
        return db.sql("select count(*) from workingday.legal_clock where state <> 'STOPPED'")
                .query(Long.class)
                .single();
    }
}
