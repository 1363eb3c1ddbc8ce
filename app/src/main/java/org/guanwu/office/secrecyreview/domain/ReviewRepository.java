package org.guanwu.office.secrecyreview.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guanwu.foundation.filestore.StoredFile;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.structuredtext.StructuredText;
import org.guanwu.office.secrecyreview.Leak;
import org.guanwu.office.secrecyreview.LeakKind;
import org.guanwu.office.secrecyreview.ReleaseStatus;
import org.guanwu.office.secrecyreview.domain.Finding.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ReviewRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReviewRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Review lock(long id) {
        return jdbc.sql("select * from secrecyreview.release_review where id = :id for update")
                .param("id", id)
                .query(ReviewRepository::review)
                .optional()
                .orElseThrow(() -> new NotFound("release-review " + id));
    }

    Optional<Review> find(long id) {
        return jdbc.sql("select * from secrecyreview.release_review where id = :id")
                .param("id", id)
                .query(ReviewRepository::review)
                .optional();
    }

    Optional<Review> findLatest(Matter subject) {
        return jdbc.sql("""
                        select * from secrecyreview.release_review where subject_type = :type and subject_id = :id
                        order by round desc limit 1""")
                .param("type", subject.type())
                .param("id", subject.id())
                .query(ReviewRepository::review)
                .optional();
    }

    List<Review> listOpen(long afterId, int limit) {
        return jdbc.sql("""
                        select * from secrecyreview.release_review
                        where status in ('FIRST_REVIEW', 'SECOND_REVIEW', 'APPROVAL') and id > :after
                        order by id limit :limit""")
                .param("after", afterId)
                .param("limit", limit)
                .query(ReviewRepository::review)
                .list();
    }

    /** two senders at once: the second one waits here and then finds the first one's review */
    void lockSubject(Matter subject) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:subject, 31))")
                .param("subject", subject.toString())
                .query(row -> {});
    }

    long insert(
            Matter subject,
            int round,
            String title,
            String url,
            long drafterId,
            String drafterName,
            long unitId,
            String unitPath,
            String unitName,
            Instant at) {
        return jdbc.sql("""
                        insert into secrecyreview.release_review (subject_type, subject_id, round, title, url, drafter_id,
                          drafter_name, unit_id, unit_path, unit_name, status, opened_at)
                        values (:type, :subject, :round, :title, :url, :drafter, :drafterName, :unit, :path, :unitName,
                          'FIRST_REVIEW', :at) returning id""")
                .param("type", subject.type())
                .param("subject", subject.id())
                .param("round", round)
                .param("title", title)
                .param("url", url)
                .param("drafter", drafterId)
                .param("drafterName", drafterName)
                .param("unit", unitId)
                .param("path", unitPath)
                .param("unitName", unitName)
                .param("at", time(at))
                .query(Long.class)
                .single();
    }

    long insertText(long reviewId, int ordinal, String key, String label, StructuredText text) {
        return jdbc.sql("""
                        insert into secrecyreview.review_item (review_id, ordinal, item_key, kind, label, body)
                        values (:review, :ordinal, :key, 'TEXT', :label, :body::jsonb) returning id""")
                .param("review", reviewId)
                .param("ordinal", ordinal)
                .param("key", key)
                .param("label", label)
                .param("body", text.toJson())
                .query(Long.class)
                .single();
    }

    long insertFile(long reviewId, int ordinal, StoredFile file) {
        return jdbc.sql("""
                        insert into secrecyreview.review_item (review_id, ordinal, item_key, kind, label, digest,
                          file_name, media_type, size, original_digest)
                        values (:review, :ordinal, :key, 'FILE', :name, :digest, :name, :media, :size, :digest)
                        returning id""")
                .param("review", reviewId)
                .param("ordinal", ordinal)
                .param("key", "file:" + ordinal)
                .param("digest", file.digest())
                .param("name", file.fileName())
                .param("media", file.mediaType())
                .param("size", file.size())
                .query(Long.class)
                .single();
    }

    long insertMetadata(long reviewId, int ordinal, Map<String, String> facts) {
        return jdbc.sql("""
                        insert into secrecyreview.review_item (review_id, ordinal, item_key, kind, label, facts)
                        values (:review, :ordinal, 'metadata', 'METADATA', '公开属性和目录信息', :facts::jsonb) returning id""")
                .param("review", reviewId)
                .param("ordinal", ordinal)
                .param("facts", json.writeValueAsString(facts))
                .query(Long.class)
                .single();
    }

    void insertFinding(long reviewId, long itemId, Leak leak) {
        jdbc.sql("""
                        insert into secrecyreview.finding (review_id, item_id, kind, block, start_at, found)
                        values (:review, :item, :kind, :block, :start, :found)""")
                .param("review", reviewId)
                .param("item", itemId)
                .param("kind", leak.kind().name())
                .param("block", leak.block())
                .param("start", leak.start())
                .param("found", leak.found())
                .update();
    }

    void decide(long findingId, Decision decision, String reason, @Nullable String replacement, Actor by, Instant at) {
        jdbc.sql("""
                        update secrecyreview.finding set decision = :decision, reason = :reason,
                          replacement = :replacement, decided_by = :by, decided_name = :name, decided_at = :at
                        where id = :id""")
                .param("decision", decision.name())
                .param("reason", reason)
                .param("replacement", replacement)
                .param("by", by.personId())
                .param("name", by.name())
                .param("at", time(at))
                .param("id", findingId)
                .update();
    }

    /** what stands behind a replacement in the same paragraph moves with it */
    void shiftFindings(long itemId, int block, int behind, int by) {
        jdbc.sql("""
                        update secrecyreview.finding set start_at = start_at + :by
                        where item_id = :item and block = :block and start_at > :behind""")
                .param("by", by)
                .param("item", itemId)
                .param("block", block)
                .param("behind", behind)
                .update();
    }

    void replaceText(long itemId, StructuredText text) {
        jdbc.sql("update secrecyreview.review_item set body = :body::jsonb where id = :id")
                .param("body", text.toJson())
                .param("id", itemId)
                .update();
    }

    void replaceFile(long itemId, StoredFile file) {
        jdbc.sql("""
                        update secrecyreview.review_item
                        set digest = :digest, file_name = :name, media_type = :media, size = :size where id = :id""")
                .param("digest", file.digest())
                .param("name", file.fileName())
                .param("media", file.mediaType())
                .param("size", file.size())
                .param("id", itemId)
                .update();
    }

    List<ReviewItem> listItems(long reviewId) {
        return jdbc.sql("select * from secrecyreview.review_item where review_id = :id order by ordinal")
                .param("id", reviewId)
                .query(this::item)
                .list();
    }

    List<Finding> listFindings(long reviewId) {
        return jdbc.sql("""
                        select f.* from secrecyreview.finding f join secrecyreview.review_item i on i.id = f.item_id
                        where f.review_id = :id order by i.ordinal, f.block, f.start_at, f.id""")
                .param("id", reviewId)
                .query(ReviewRepository::finding)
                .list();
    }

    void check(long reviewId, long itemId, ReleaseStatus step, long personId, Instant at) {
        jdbc.sql("""
                        insert into secrecyreview.item_check (item_id, review_id, step, person_id, checked_at)
                        values (:item, :review, :step, :person, :at) on conflict do nothing""")
                .param("item", itemId)
                .param("review", reviewId)
                .param("step", step.name())
                .param("person", personId)
                .param("at", time(at))
                .update();
    }

    void insertOpinion(Review review, String outcome, Actor actor, String opinion, Instant at) {
        jdbc.sql("""
                        insert into secrecyreview.opinion (review_id, step, outcome, drafter_id, person_id, person_name,
                          unit_name, opinion, given_at)
                        values (:review, :step, :outcome, :drafter, :person, :name, :unit, :opinion, :at)""")
                .param("review", review.id())
                .param("step", review.status().name())
                .param("outcome", outcome)
                .param("drafter", review.drafterId())
                .param("person", actor.personId())
                .param("name", actor.name())
                .param("unit", actor.unitName())
                .param("opinion", opinion)
                .param("at", time(at))
                .update();
    }

    List<Opinion> listOpinions(long reviewId) {
        return jdbc.sql("select * from secrecyreview.opinion where review_id = :id order by given_at")
                .param("id", reviewId)
                .query((row, n) -> new Opinion(
                        ReleaseStatus.valueOf(row.getString("step")),
                        row.getString("outcome").equals("PASSED"),
                        row.getLong("person_id"),
                        row.getString("person_name"),
                        row.getString("unit_name"),
                        row.getString("opinion"),
                        row.getTimestamp("given_at").toInstant()))
                .list();
    }

    void move(long reviewId, ReleaseStatus to, String returnReason, @Nullable Instant closedAt) {
        jdbc.sql("""
                        update secrecyreview.release_review set status = :status, return_reason = :reason,
                          closed_at = :closed::timestamptz, lock_version = lock_version + 1 where id = :id""")
                .param("status", to.name())
                .param("reason", returnReason)
                .param("closed", closedAt == null ? null : time(closedAt).toString())
                .param("id", reviewId)
                .update();
    }

    void touch(long reviewId) {
        jdbc.sql("update secrecyreview.release_review set lock_version = lock_version + 1 where id = :id")
                .param("id", reviewId)
                .update();
    }

    private static Review review(ResultSet row, int n) throws SQLException {
        return new Review(
                row.getLong("id"),
                new Matter(row.getString("subject_type"), row.getLong("subject_id")),
                row.getInt("round"),
                row.getString("title"),
                row.getString("url"),
                row.getLong("drafter_id"),
                row.getString("drafter_name"),
                row.getLong("unit_id"),
                row.getString("unit_path"),
                row.getString("unit_name"),
                ReleaseStatus.valueOf(row.getString("status")),
                row.getString("return_reason"),
                row.getInt("lock_version"),
                row.getTimestamp("opened_at").toInstant());
    }

    private ReviewItem item(ResultSet row, int n) throws SQLException {
        String body = row.getString("body");
        String facts = row.getString("facts");
        String digest = row.getString("digest");
        return new ReviewItem(
                row.getLong("id"),
                row.getInt("ordinal"),
                row.getString("item_key"),
                ReviewItem.Kind.valueOf(row.getString("kind")),
                row.getString("label"),
                body == null ? null : StructuredText.ofJson(body),
                facts == null ? Map.of() : json.readValue(facts, new TypeReference<LinkedHashMap<String, String>>() {}),
                digest == null
                        ? null
                        : new StoredFile(
                                digest, row.getString("media_type"), row.getLong("size"), row.getString("file_name")),
                digest != null && !digest.equals(row.getString("original_digest")));
    }

    private static Finding finding(ResultSet row, int n) throws SQLException {
        String decision = row.getString("decision");
        var decidedAt = row.getTimestamp("decided_at");
        return new Finding(
                row.getLong("id"),
                row.getLong("item_id"),
                LeakKind.valueOf(row.getString("kind")),
                row.getInt("block"),
                row.getInt("start_at"),
                row.getString("found"),
                decision == null ? null : Decision.valueOf(decision),
                row.getString("reason") == null ? "" : row.getString("reason"),
                row.getString("decided_name") == null ? "" : row.getString("decided_name"),
                decidedAt == null ? null : decidedAt.toInstant());
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** 审查意见 of one step */
    record Opinion(
            ReleaseStatus step,
            boolean isPassed,
            long personId,
            String personName,
            String unitName,
            String text,
            Instant givenAt) {}
}
