package org.guanwu.foundation.workingday.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.shared.StaleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CalendarChangeRepository {

    /** any number that nobody else locks */
    private static final long APPROVAL_LOCK = 7142010914L;

    private static final RowMapper<CalendarChange> ROW = (row, n) -> {
        Timestamp approvedAt = row.getTimestamp("approved_at");
        return new CalendarChange(
                row.getLong("id"),
                CalendarChange.Kind.valueOf(row.getString("kind")),
                row.getInt("year"),
                CalendarChange.Status.valueOf(row.getString("status")),
                row.getString("notice_number"),
                row.getString("title"),
                row.getString("address"),
                row.getObject("issued_on", LocalDate.class),
                row.getString("note"),
                row.getObject("reverts_id", Long.class),
                row.getObject("drafted_by", Long.class),
                row.getString("drafted_by_name"),
                row.getTimestamp("drafted_at").toInstant(),
                row.getString("approved_by_name"),
                approvedAt == null ? null : approvedAt.toInstant(),
                row.getObject("effect_order", Long.class),
                row.getString("returned_note"),
                row.getInt("version"));
    };

    private final JdbcClient db;
    private final CalendarRepository days;

    CalendarChangeRepository(JdbcClient db, CalendarRepository days) {
        this.db = db;
        this.days = days;
    }

    Optional<Long> findByCommand(UUID commandId) {
        return db.sql("select id from workingday.calendar_change where command_id = ?")
                .param(commandId)
                .query(Long.class)
                .optional();
    }

    long insert(
            UUID commandId,
            CalendarDraft draft,
            CalendarChange.Status status,
            @Nullable Long revertsId,
            Actor by,
            Instant at) {
        return db.sql("""
                        insert into workingday.calendar_change (command_id, kind, year, status, notice_number, title,
                          address, issued_on, note, reverts_id, drafted_by, drafted_by_name, drafted_at, submitted_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        commandId,
                        draft.kind().name(),
                        draft.year(),
                        status.name(),
                        draft.noticeNumber().strip(),
                        draft.title().strip(),
                        draft.address().strip(),
                        draft.issuedOn(),
                        draft.note().strip(),
                        revertsId,
                        by.personId(),
                        by.name(),
                        Timestamp.from(at),
                        status == CalendarChange.Status.SUBMITTED ? Timestamp.from(at) : null)
                .query(Long.class)
                .single();
    }

    void update(long id, int version, CalendarDraft draft) {
        guarded(
                version,
                db.sql("""
                                update workingday.calendar_change set kind = ?, year = ?, notice_number = ?, title = ?,
                                  address = ?, issued_on = ?, note = ?, version = version + 1 where id = ? and version = ?""")
                        .params(
                                draft.kind().name(),
                                draft.year(),
                                draft.noticeNumber().strip(),
                                draft.title().strip(),
                                draft.address().strip(),
                                draft.issuedOn(),
                                draft.note().strip(),
                                id,
                                version)
                        .update());
    }

    void move(long id, int version, CalendarChange.Status status, @Nullable Instant submittedAt, String returnedNote) {
        guarded(
                version,
                db.sql("""
                                update workingday.calendar_change set status = ?, submitted_at = ?, returned_note = ?,
                                  version = version + 1 where id = ? and version = ?""")
                        .params(
                                status.name(),
                                submittedAt == null ? null : Timestamp.from(submittedAt),
                                returnedNote,
                                id,
                                version)
                        .update());
    }

    /** approvals follow one another, so that the order of effect is the order of commit */
    void lockApprovals() {
        db.sql("select pg_advisory_xact_lock(?)")
                .param(APPROVAL_LOCK)
                .query((row, n) -> 0)
                .list();
    }

    void putInForce(long id, int version, Actor by, Instant at) {
        guarded(
                version,
                db.sql("""
                                update workingday.calendar_change set status = 'IN_FORCE', approved_by = ?,
                                  approved_by_name = ?, approved_at = ?, version = version + 1,
                                  effect_order = (select coalesce(max(effect_order), 0) + 1 from workingday.calendar_change)
                                 where id = ? and version = ?""")
                        .params(by.personId(), by.name(), Timestamp.from(at), id, version)
                        .update());
    }

    void markRolledBack(long id) {
        db.sql("update workingday.calendar_change set status = 'ROLLED_BACK', version = version + 1 where id = ?")
                .param(id)
                .update();
    }

    Optional<CalendarChange> find(long id) {
        return db.sql("select * from workingday.calendar_change where id = ?")
                .param(id)
                .query(ROW)
                .optional();
    }

    Optional<CalendarChange> findForUpdate(long id) {
        return db.sql("select * from workingday.calendar_change where id = ? for update")
                .param(id)
                .query(ROW)
                .optional();
    }

    /** what stands or stood behind a year, newest first; without what was given up */
    List<CalendarChange> listOfYear(int year) {
        return db.sql("""
                        select * from workingday.calendar_change where year = ? and status <> 'DISCARDED'
                         order by effect_order desc nulls first, id desc""").param(year).query(ROW).list();
    }

    List<CalendarChange> listOpen() {
        return db.sql("""
                        select * from workingday.calendar_change where status in ('DRAFT', 'SUBMITTED')
                         order by id desc limit 50""").query(ROW).list();
    }

    boolean hasOpenRollBackOf(long id) {
        return db.sql("""
                        select exists (select 1 from workingday.calendar_change
                         where reverts_id = ? and status in ('DRAFT', 'SUBMITTED'))""").param(id).query(Boolean.class).single();
    }

    /** @param cause in words, for the ledger and the clock's explanation */
    record Effect(String cause, List<CalendarFold.Entry> days) {}

    List<Effect> listEffectsAfter(long revision) {
        return db
                .sql("select * from workingday.calendar_change where effect_order > ? order by effect_order")
                .param(revision)
                .query(ROW)
                .list()
                .stream()
                .map(this::effect)
                .toList();
    }

    private Effect effect(CalendarChange change) {
        return switch (change.kind()) {
            case YEAR -> new Effect(change.notice().citation() + "生效", days.listDays(change.id()));
            case CORRECTION -> new Effect("更正生效，依据" + change.notice().citation(), days.listDays(change.id()));
            case ROLL_BACK -> new Effect("回退" + change.notice().citation(), List.of());
        };
    }

    private static void guarded(int version, int updated) {
        if (updated == 0) {
            throw new StaleVersion(version, "此更改刚被他人修改或办理，请刷新后再办。");
        }
    }
}
