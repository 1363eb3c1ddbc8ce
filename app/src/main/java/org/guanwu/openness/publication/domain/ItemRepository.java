package org.guanwu.openness.publication.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.guanwu.foundation.filestore.StoredFile;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.structuredtext.StructuredText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ItemRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ItemRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Item lock(long id) {
        return jdbc.sql("select * from publication.item where id = :id for update")
                .param("id", id)
                .query(ItemRepository::item)
                .optional()
                .orElseThrow(() -> new NotFound("publication " + id));
    }

    Optional<Item> find(long id) {
        return jdbc.sql("select * from publication.item where id = :id")
                .param("id", id)
                .query(ItemRepository::item)
                .optional();
    }

    Optional<Long> findIdBySource(String sourceKey) {
        return jdbc.sql("select id from publication.item where source_key = :key")
                .param("key", sourceKey)
                .query(Long.class)
                .optional();
    }

    Optional<Long> findIdByCatalogueNumber(String catalogueNumber) {
        return jdbc.sql("select id from publication.item where catalogue_number = :number")
                .param("number", catalogueNumber)
                .query(Long.class)
                .optional();
    }

    /** empty when an item with this source is there already */
    Optional<Long> insert(NewItem item, Instant at) {
        return jdbc.sql("""
                        insert into publication.item (source, source_key, status, unit_id, unit_path, unit_name,
                          authority_code, issuing_authority, topic, type, section, title, document_number, number_key,
                          document_date, effective_on, validity, summary, draft_version, drafter_id, drafter_name,
                          created_at, changed_at)
                        values (:source, :key, 'TO_PUBLISH', :unit, :path, :unitName, :code, :authority, :topic, :type,
                          :section, :title, :number, :numberKey, :date, :effective::date, 'IN_FORCE', :summary, 1,
                          :drafter::bigint, :drafterName, :at, :at)
                        on conflict (source_key) do nothing returning id""")
                .param("source", item.source().name())
                .param("key", item.sourceKey())
                .param("unit", item.unitId())
                .param("path", item.unitPath())
                .param("unitName", item.unitName())
                .param("code", item.authorityCode())
                .param("authority", item.issuingAuthority())
                .param("topic", item.topic())
                .param("type", item.type())
                .param("section", item.section())
                .param("title", item.title())
                .param("number", item.documentNumber())
                .param("numberKey", numberKey(item.documentNumber()))
                .param("date", item.documentDate())
                .param("effective", text(item.effectiveOn()))
                .param("summary", item.summary())
                .param(
                        "drafter",
                        item.drafterId() == null ? null : item.drafterId().toString())
                .param("drafterName", item.drafterName())
                .param("at", time(at))
                .query(Long.class)
                .optional();
    }

    void insertVersion(Version version, Instant at) {
        jdbc.sql("""
                        insert into publication.version (item_id, version, state, title, document_number, body, body_html,
                          plain_text, headings, summary, public_note, drafter_id, drafter_name, saved_at)
                        values (:item, :version, :state, :title, :number, :body::jsonb, :html, :plain, :headings::jsonb,
                          :summary, :note, :drafter::bigint, :drafterName, :at)""")
                .param("item", version.itemId())
                .param("version", version.number())
                .param("state", version.state().name())
                .param("title", version.title())
                .param("number", version.documentNumber())
                .param("body", version.text().toJson())
                .param("html", version.text().toHtml())
                .param("plain", version.text().toPlainText())
                .param("headings", json.writeValueAsString(version.text().headings()))
                .param("summary", version.summary())
                .param("note", version.publicNote())
                .param(
                        "drafter",
                        version.drafterId() == null ? null : version.drafterId().toString())
                .param("drafterName", version.drafterName())
                .param("at", time(at))
                .update();
        replaceAttachments(version.itemId(), version.number(), version.attachments());
    }

    void saveDraft(Version version, Instant at) {
        jdbc.sql("""
                        update publication.version set state = :state, title = :title, document_number = :number,
                          body = :body::jsonb, body_html = :html, plain_text = :plain, headings = :headings::jsonb,
                          summary = :summary, public_note = :note, review_id = :review::bigint,
                          drafter_id = :drafter::bigint, drafter_name = :drafterName, saved_at = :at
                        where item_id = :item and version = :version and state in ('DRAFT', 'IN_REVIEW')""")
                .param("state", version.state().name())
                .param("title", version.title())
                .param("number", version.documentNumber())
                .param("body", version.text().toJson())
                .param("html", version.text().toHtml())
                .param("plain", version.text().toPlainText())
                .param("headings", json.writeValueAsString(version.text().headings()))
                .param("summary", version.summary())
                .param("note", version.publicNote())
                .param(
                        "review",
                        version.reviewId() == null ? null : version.reviewId().toString())
                .param(
                        "drafter",
                        version.drafterId() == null ? null : version.drafterId().toString())
                .param("drafterName", version.drafterName())
                .param("at", time(at))
                .param("item", version.itemId())
                .param("version", version.number())
                .update();
        replaceAttachments(version.itemId(), version.number(), version.attachments());
    }

    /** a correction that was given up leaves its number to the next one */
    void deleteDiscardedDraft(long itemId, int version) {
        jdbc.sql("delete from publication.attachment where item_id = :item and version = :version")
                .param("item", itemId)
                .param("version", version)
                .update();
        jdbc.sql("delete from publication.version where item_id = :item and version = :version and state = 'DISCARDED'")
                .param("item", itemId)
                .param("version", version)
                .update();
    }

    private void replaceAttachments(long itemId, int version, List<StoredFile> files) {
        jdbc.sql("delete from publication.attachment where item_id = :item and version = :version")
                .param("item", itemId)
                .param("version", version)
                .update();
        int ordinal = 0;
        for (StoredFile file : files) {
            jdbc.sql("""
                            insert into publication.attachment (item_id, version, ordinal, digest, file_name, media_type, size)
                            values (:item, :version, :ordinal, :digest, :name, :media, :size)""")
                    .param("item", itemId)
                    .param("version", version)
                    .param("ordinal", ++ordinal)
                    .param("digest", file.digest())
                    .param("name", file.fileName())
                    .param("media", file.mediaType())
                    .param("size", file.size())
                    .update();
        }
    }

    Version getVersion(long itemId, int number) {
        return jdbc.sql("select * from publication.version where item_id = :item and version = :version")
                .param("item", itemId)
                .param("version", number)
                .query((row, n) -> new Version(
                        itemId,
                        number,
                        Version.State.valueOf(row.getString("state")),
                        row.getString("title"),
                        row.getString("document_number"),
                        StructuredText.ofJson(row.getString("body")),
                        row.getString("summary"),
                        row.getString("public_note") == null ? "" : row.getString("public_note"),
                        number(row, "review_id"),
                        number(row, "drafter_id"),
                        row.getString("drafter_name"),
                        listAttachments(itemId, number)))
                .optional()
                .orElseThrow(() -> new NotFound("version " + number + " of publication " + itemId));
    }

    private List<StoredFile> listAttachments(long itemId, int version) {
        return jdbc.sql("""
                        select digest, media_type, size, file_name from publication.attachment
                        where item_id = :item and version = :version order by ordinal""")
                .param("item", itemId)
                .param("version", version)
                .query((row, n) -> new StoredFile(
                        row.getString("digest"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getString("file_name")))
                .list();
    }

    void saveMetadata(Item item, Instant at) {
        jdbc.sql("""
                        update publication.item set issuing_authority = :authority, topic = :topic, type = :type,
                          section = :section, title = :title, document_number = :number, number_key = :numberKey,
                          document_date = :date, effective_on = :effective::date, summary = :summary,
                          lock_version = lock_version + 1, changed_at = :at
                        where id = :id""")
                .param("authority", item.issuingAuthority())
                .param("topic", item.topic())
                .param("type", item.type())
                .param("section", item.section())
                .param("title", item.title())
                .param("number", item.documentNumber())
                .param("numberKey", numberKey(item.documentNumber()))
                .param("date", item.documentDate())
                .param("effective", text(item.effectiveOn()))
                .param("summary", item.summary())
                .param("at", time(at))
                .param("id", item.id())
                .update();
    }

    void saveDraftVersion(long id, @Nullable Integer draftVersion, Instant at) {
        jdbc.sql("""
                        update publication.item set draft_version = :draft::int, lock_version = lock_version + 1,
                          changed_at = case when status = 'TO_PUBLISH' then :at else changed_at end
                        where id = :id""")
                .param("draft", draftVersion == null ? null : draftVersion.toString())
                .param("at", time(at))
                .param("id", id)
                .update();
    }

    void publish(Item item, Version version, String catalogueNumber, LocalDate publishedOn, Instant at) {
        jdbc.sql("""
                        update publication.item set status = 'PUBLISHED', catalogue_number = :catalogue,
                          published_on = coalesce(published_on, :on), title = :title, document_number = :number,
                          number_key = :numberKey, summary = :summary, current_version = :version, draft_version = null,
                          lock_version = lock_version + 1, changed_at = :at
                        where id = :id""")
                .param("catalogue", catalogueNumber)
                .param("on", publishedOn)
                .param("title", version.title())
                .param("number", version.documentNumber())
                .param("numberKey", numberKey(version.documentNumber()))
                .param("summary", version.summary())
                .param("version", version.number())
                .param("at", time(at))
                .param("id", item.id())
                .update();
    }

    void withdraw(long id, LocalDate on, String reason, Instant at) {
        jdbc.sql("""
                        update publication.item set status = 'WITHDRAWN', withdrawn_on = :on, withdrawn_reason = :reason,
                          lock_version = lock_version + 1, changed_at = :at
                        where id = :id""")
                .param("on", on)
                .param("reason", reason)
                .param("at", time(at))
                .param("id", id)
                .update();
    }

    void discard(long id, Instant at) {
        jdbc.sql("""
                        update publication.item set status = 'DISCARDED', draft_version = null,
                          lock_version = lock_version + 1, changed_at = :at
                        where id = :id""").param("at", time(at)).param("id", id).update();
    }

    void saveValidity(
            long id,
            @Nullable LocalDate repealedOn,
            @Nullable LocalDate partlyRepealedOn,
            LocalDate today,
            Instant at) {
        Item item = find(id).orElseThrow(() -> new NotFound("publication " + id));
        var rule = new ValidityRule(item.effectiveOn(), partlyRepealedOn, repealedOn);
        jdbc.sql("""
                        update publication.item set repealed_on = :repealed::date, partly_repealed_on = :partly::date,
                          validity = :validity, next_change_on = :next::date, lock_version = lock_version + 1,
                          changed_at = :at
                        where id = :id""")
                .param("repealed", text(repealedOn))
                .param("partly", text(partlyRepealedOn))
                .param("validity", rule.on(today).name())
                .param(
                        "next",
                        rule.nextChangeAfter(today).map(LocalDate::toString).orElse(null))
                .param("at", time(at))
                .param("id", id)
                .update();
    }

    List<Long> listDueForValidity(LocalDate today, int limit) {
        return jdbc.sql("select id from publication.item where next_change_on <= :today order by id limit :limit")
                .param("today", today)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    void insertNote(long itemId, int version, LocalDate on, String text) {
        jdbc.sql("""
                        insert into publication.note (item_id, ordinal, version, noted_on, text)
                        select :id, coalesce(max(ordinal), 0) + 1, :version, :on, :text from publication.note where item_id = :id""")
                .param("id", itemId)
                .param("version", version)
                .param("on", on)
                .param("text", text)
                .update();
    }

    /** @return false when the relation was there already */
    boolean insertRelation(long itemId, String kind, long otherId, LocalDate on) {
        return jdbc.sql("""
                        insert into publication.relation (item_id, kind, other_id, noted_on)
                        values (:id, :kind, :other, :on) on conflict do nothing""")
                        .param("id", itemId)
                        .param("kind", kind)
                        .param("other", otherId)
                        .param("on", on)
                        .update()
                > 0;
    }

    /** brackets, blanks and 第 say nothing about which document is meant */
    static @Nullable String numberKey(@Nullable String documentNumber) {
        return documentNumber == null
                ? null
                : documentNumber.replaceAll("[\\s　〔〕\\[\\]［］()（）【】]", "").replace("第", "");
    }

    private static Item item(ResultSet row, int n) throws SQLException {
        return new Item(
                row.getLong("id"),
                Item.Source.valueOf(row.getString("source")),
                row.getString("source_key"),
                Item.Status.valueOf(row.getString("status")),
                row.getString("catalogue_number"),
                row.getLong("unit_id"),
                row.getString("unit_path"),
                row.getString("unit_name"),
                row.getString("authority_code"),
                row.getString("issuing_authority"),
                row.getString("topic"),
                row.getString("type"),
                row.getString("section"),
                row.getString("title"),
                row.getString("document_number"),
                row.getObject("document_date", LocalDate.class),
                row.getObject("published_on", LocalDate.class),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("repealed_on", LocalDate.class),
                row.getObject("partly_repealed_on", LocalDate.class),
                row.getString("summary"),
                row.getInt("current_version"),
                number(row, "draft_version") == null ? null : row.getInt("draft_version"),
                number(row, "drafter_id"),
                row.getString("drafter_name"),
                row.getInt("lock_version"));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** what is known of an item before it has an id */
    record NewItem(
            Item.Source source,
            @Nullable String sourceKey,
            long unitId,
            String unitPath,
            String unitName,
            String authorityCode,
            String issuingAuthority,
            String topic,
            String type,
            String section,
            String title,
            @Nullable String documentNumber,
            LocalDate documentDate,
            @Nullable LocalDate effectiveOn,
            String summary,
            @Nullable Long drafterId,
            String drafterName) {}
}
