package org.guanwu.foundation.notification.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MailRepository {

    private final JdbcClient jdbc;

    MailRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Group(long personId, String kind, String address) {}

    record Line(long noticeId, String subject, String link) {}

    record Claimed(long id, String address, String subject, String body, int attempts) {}

    /** Only one node gathers at a time; the others have nothing to add. */
    boolean lockGathering() {
        return jdbc.sql("select pg_try_advisory_xact_lock(7142010904)")
                .query(Boolean.class)
                .single();
    }

    /** notices that have waited long enough, of people who still want mail */
    List<Group> listDue(Instant writtenBefore) {
        return jdbc.sql("""
                        select n.person_id, n.kind, a.address
                        from notification.notice n join notification.mail_address a on a.person_id = n.person_id
                        where n.is_mail_wanted and n.mail_id is null and n.read_at is null and a.is_enabled
                        group by n.person_id, n.kind, a.address
                        having min(n.created_at) <= :before
                        order by min(n.created_at) limit 500""")
                .param("before", at(writtenBefore))
                .query(Group.class)
                .list();
    }

    List<Line> listLines(Group group) {
        return jdbc.sql("""
                        select id as notice_id, subject, link from notification.notice
                        where person_id = :person and kind = :kind
                          and is_mail_wanted and mail_id is null and read_at is null
                        order by id limit 200 for update skip locked""")
                .param("person", group.personId())
                .param("kind", group.kind())
                .query(Line.class)
                .list();
    }

    void wantNone(long personId) {
        jdbc.sql("update notification.notice set is_mail_wanted = false where person_id = ? and mail_id is null")
                .param(personId)
                .update();
    }

    int countSince(long personId, Instant since) {
        return jdbc.sql("select count(*) from notification.mail where person_id = ? and created_at > ?")
                .params(personId, at(since))
                .query(Integer.class)
                .single();
    }

    void add(Group group, String subject, String body, MailState state, List<Line> lines, Instant now) {
        long id = jdbc.sql("""
                        insert into notification.mail
                            (person_id, kind, address, subject, body, state, next_attempt_at, created_at)
                        values (:person, :kind, :address, :subject, :body, :state, :now, :now) returning id""")
                .param("person", group.personId())
                .param("kind", group.kind())
                .param("address", group.address())
                .param("subject", subject)
                .param("body", body)
                .param("state", state.name())
                .param("now", at(now))
                .query(Long.class)
                .single();
        jdbc.sql("update notification.notice set mail_id = :mail where id in (:notices)")
                .param("mail", id)
                .param("notices", lines.stream().map(Line::noticeId).toList())
                .update();
    }

    /** Takes what is due, and what another node claimed and never finished. */
    List<Claimed> claim(int limit, Instant now, Instant until) {
        return jdbc.sql("""
                        update notification.mail set state = 'SENDING', next_attempt_at = :until, attempts = attempts + 1
                        where id in (
                            select id from notification.mail
                            where state in ('PENDING', 'SENDING', 'FAILED') and next_attempt_at <= :now
                            order by next_attempt_at limit :limit for update skip locked)
                        returning id, address, subject, body, attempts""")
                .param("until", at(until))
                .param("now", at(now))
                .param("limit", limit)
                .query(Claimed.class)
                .list();
    }

    void finish(long id, MailState state, @Nullable String failure, Instant nextAttempt, @Nullable Instant finished) {
        jdbc.sql("""
                        update notification.mail
                        set state = :state, last_failure = :failure, next_attempt_at = :next, finished_at = :finished
                        where id = :id and state = 'SENDING'""")
                .param("state", state.name())
                .param("failure", failure)
                .param("next", at(nextAttempt))
                .param("finished", finished == null ? null : at(finished))
                .param("id", id)
                .update();
    }

    record Delivery(
            long id,
            long personId,
            String subject,
            MailState state,
            int attempts,
            Instant createdAt,
            @Nullable String lastFailure) {}

    List<Delivery> listTroubled(long beforeId, int limit) {
        return jdbc.sql("""
                        select id, person_id, subject, state, attempts, created_at, last_failure from notification.mail
                        where state in ('FAILED', 'GAVE_UP') and id < :before order by id desc limit :limit""")
                .param("before", beforeId)
                .param("limit", limit)
                .query(MailRepository::delivery)
                .list();
    }

    private static Delivery delivery(ResultSet row, int n) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getLong("person_id"),
                row.getString("subject"),
                MailState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("last_failure"));
    }

    record StateCount(MailState state, long count) {}

    List<StateCount> countByState() {
        return jdbc.sql("select state, count(*) from notification.mail group by state order by state")
                .query((row, n) -> new StateCount(MailState.valueOf(row.getString(1)), row.getLong(2)))
                .list();
    }

    /** @return false when it is not one that was given up */
    boolean tryAgain(long id, Instant now) {
        return jdbc.sql("""
                                update notification.mail set state = 'PENDING', attempts = 0, next_attempt_at = :now
                                where id = :id and state = 'GAVE_UP'""").param("now", at(now)).param("id", id).update() == 1;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
