package org.guanwu.foundation.worklist.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.worklist.ReadingConfirmed;
import org.guanwu.foundation.worklist.Worklist;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 已阅、关注 from the inbox itself: on the actor's own rows only, each safe to press twice. */
@Component
public class InboxActs {

    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final Worklist worklist;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    InboxActs(JdbcClient jdbc, Worklist worklist, Ledger ledger, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.worklist = worklist;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /**
     * 传阅“不得漏传、误传、延误”（公文条例第二十四条）: every reading is in the ledger with its time.
     *
     * @return how many were still to read
     */
    @Transactional
    public int confirmReadings(Actor actor, List<Long> readingIds) {
        Instant now = clock.instant();
        List<Matter> matters = readingIds.stream()
                .distinct()
                .limit(BATCH)
                .sorted()
                .map(id -> findUnread(actor, id))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Matter::type).thenComparing(Matter::id))
                .toList();
        for (Matter matter : matters) {
            worklist.confirmReading(matter, actor.personId(), now);
            ledger.record(Act.by(actor, "worklist.reading-confirmed", matter, Map.of()));
            events.publishEvent(new ReadingConfirmed(matter, actor.personId(), now));
        }
        return matters.size();
    }

    private Optional<Matter> findUnread(Actor actor, long readingId) {
        return jdbc.sql("""
                select matter_type, matter_id from worklist.pending_reading
                where id = ? and person_id = ? and read_at is null for update
                """)
                .param(readingId)
                .param(actor.personId())
                .query((row, i) -> new Matter(row.getString("matter_type"), row.getLong("matter_id")))
                .optional();
    }

    /**
     * A bookmark of one's own, so it is not in the ledger. Only a matter that has come to the actor can be followed
     * here: title and address are taken from his own row, never from the request.
     */
    @Transactional
    public void follow(Actor actor, List<Matter> matters) {
        matters.stream().limit(BATCH).forEach(matter -> follow(actor, matter));
    }

    private void follow(Actor actor, Matter matter) {
        Followable known = jdbc.sql("""
                select title, matter_label, url from (
                  select title, matter_label, url, 1 as rank from worklist.pending_task
                    where person_id = :person and matter_type = :type and matter_id = :id
                  union all
                  select title, '', url, 2 from worklist.pending_reading
                    where person_id = :person and matter_type = :type and matter_id = :id
                  union all
                  select title, matter_label, url, 3 from worklist.completed_task
                    where person_id = :person and matter_type = :type and matter_id = :id
                ) mine order by rank limit 1
                """)
                .param("person", actor.personId())
                .param("type", matter.type())
                .param("id", matter.id())
                .query((row, i) -> new Followable(row.getString(1), row.getString(2), row.getString(3)))
                .optional()
                .orElseThrow(() -> new NotFound(matter.toString()));
        worklist.follow(actor.personId(), matter, known.title(), known.matterLabel(), known.url(), clock.instant());
    }

    @Transactional
    public void unfollow(Actor actor, List<Matter> matters) {
        matters.stream().limit(BATCH).forEach(matter -> worklist.unfollow(actor.personId(), matter));
    }

    private record Followable(String title, String matterLabel, String url) {}
}
