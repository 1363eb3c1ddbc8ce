package org.guanwu.foundation.notification.domain;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.guanwu.foundation.notification.Notifications.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NoticeRepository {

    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(Notice notice) {
        jdbc.sql("""
                        insert into notification.notice
                            (person_id, kind, subject, link, dedup_key, created_at, is_mail_wanted)
                        values (:person, :kind, :subject, :link, :key, :now,
                            exists (select 1 from notification.mail_address where person_id = :person and is_enabled))
                        on conflict (person_id, dedup_key) do nothing""")
                .param("person", notice.personId())
                .param("kind", notice.kind())
                .param("subject", oneLine(notice.subject()))
                .param("link", notice.link())
                .param("key", notice.dedupKey())
                .param("now", now())
                .update();
    }

    List<NoticeRow> list(long personId, long beforeId, int limit) {
        return jdbc.sql("""
                        select n.id, n.subject, n.link, n.created_at, n.read_at, n.is_mail_wanted, m.state
                        from notification.notice n left join notification.mail m on m.id = n.mail_id
                        where n.person_id = :person and n.id < :before order by n.id desc limit :limit""")
                .param("person", personId)
                .param("before", beforeId)
                .param("limit", limit)
                .query((row, n) -> new NoticeRow(
                        row.getLong("id"),
                        row.getString("subject"),
                        row.getString("link"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("read_at") != null,
                        state(
                                row.getString("state"),
                                row.getBoolean("is_mail_wanted") && row.getObject("read_at") == null)))
                .list();
    }

    private static @Nullable MailState state(@Nullable String state, boolean isWaiting) {
        if (state != null) {
            return MailState.valueOf(state);
        }
        return isWaiting ? MailState.PENDING : null;
    }

    long unread(long personId) {
        return jdbc.sql("select count(*) from notification.notice where person_id = ? and read_at is null")
                .param(personId)
                .query(Long.class)
                .single();
    }

    /** @return where it leads; empty when it is not this person's */
    Optional<String> markRead(long personId, long id) {
        return jdbc.sql("""
                        update notification.notice set read_at = coalesce(read_at, :now)
                        where id = :id and person_id = :person returning link""")
                .param("now", now())
                .param("id", id)
                .param("person", personId)
                .query(String.class)
                .optional();
    }

    int markAllRead(long personId, long upToId) {
        return jdbc.sql("""
                        update notification.notice set read_at = :now
                        where person_id = :person and read_at is null and id <= :upTo""")
                .param("now", now())
                .param("person", personId)
                .param("upTo", upToId)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
