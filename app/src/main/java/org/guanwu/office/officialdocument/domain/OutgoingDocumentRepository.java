package org.guanwu.office.officialdocument.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.numbering.DocumentNumber;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class OutgoingDocumentRepository {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    OutgoingDocumentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** the same command gives the same document */
    Optional<OutgoingDocumentId> findByCommand(UUID commandId) {
        return jdbc.sql("select id from officialdocument.outgoing_document where command_id = ?")
                .param(commandId)
                .query((row, _) -> new OutgoingDocumentId(row.getLong(1)))
                .optional();
    }

    /** empty when the command has been carried out before, by whoever came first */
    Optional<OutgoingDocumentId> insert(OutgoingDocument.Origin origin, DraftContent content) {
        return jdbc.sql("""
                        insert into officialdocument.outgoing_document
                          (command_id, status, type, urgency, title, content, digest, version, draft_no,
                           unit_id, unit_path, unit_name, authority_id, authority_name, drafter_id, drafter_name,
                           created_at, changed_at, changed_by, changed_by_name)
                        values (?, 'DRAFT', ?, ?, ?, ?::jsonb, ?, 1, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (command_id) do nothing returning id
                        """)
                .params(
                        origin.commandId(),
                        content.type().name(),
                        content.urgency().name(),
                        content.title(),
                        JSON.writeValueAsString(content),
                        content.digest(),
                        origin.unitId(),
                        origin.unitPath(),
                        origin.unitName(),
                        origin.authorityId(),
                        origin.authorityName(),
                        origin.drafterId(),
                        origin.drafterName(),
                        at(origin.createdAt()),
                        at(origin.createdAt()),
                        origin.drafterId(),
                        origin.drafterName())
                .query((row, _) -> new OutgoingDocumentId(row.getLong(1)))
                .optional();
    }

    Optional<OutgoingDocument> find(OutgoingDocumentId id) {
        return jdbc.sql("select * from officialdocument.outgoing_document where id = ?")
                .param(id.value())
                .query((row, _) -> map(row))
                .optional();
    }

    OutgoingDocument get(OutgoingDocumentId id) {
        return find(id).orElseThrow(() -> new NotFound("outgoing document " + id));
    }

    /** Lock it after the route, never before: an act on the route ends here as well. */
    OutgoingDocument lock(OutgoingDocumentId id) {
        return jdbc.sql("select * from officialdocument.outgoing_document where id = ? for update")
                .param(id.value())
                .query((row, _) -> map(row))
                .optional()
                .orElseThrow(() -> new NotFound("outgoing document " + id));
    }

    void update(OutgoingDocument document) {
        var revision = document.revision();
        var progress = document.progress();
        var signature = document.signature();
        DocumentNumber number = document.number();
        jdbc.sql("""
                        update officialdocument.outgoing_document set
                          status = :status, type = :type, urgency = :urgency, title = :title, content = :content::jsonb,
                          digest = :digest, version = :version, draft_no = :draftNo, is_handed_over = :handedOver,
                          changed_at = :changedAt, changed_by = :changedBy, changed_by_name = :changedByName,
                          sent_at = :sentAt, issued_at = :issuedAt, void_reason = :voidReason,
                          document_date = :documentDate, signatory_id = :signatoryId, signatory_name = :signatoryName,
                          document_number = :number, authority_code = :code, number_year = :year, number_serial = :serial
                        where id = :id
                        """)
                .param("status", progress.status().name())
                .param("type", revision.content().type().name())
                .param("urgency", revision.content().urgency().name())
                .param("title", revision.content().title())
                .param("content", JSON.writeValueAsString(revision.content()))
                .param("digest", revision.content().digest())
                .param("version", revision.version())
                .param("draftNo", revision.draftNo())
                .param("handedOver", revision.isHandedOver())
                .param("changedAt", at(revision.savedAt()))
                .param("changedBy", revision.savedBy())
                .param("changedByName", revision.savedByName())
                .param("sentAt", at(progress.sentAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("issuedAt", at(progress.issuedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("voidReason", progress.voidReason(), Types.VARCHAR)
                .param("documentDate", signature == null ? null : signature.documentDate(), Types.DATE)
                .param("signatoryId", signature == null ? null : signature.signatoryId(), Types.BIGINT)
                .param("signatoryName", signature == null ? null : signature.signatoryName(), Types.VARCHAR)
                .param("number", number == null ? null : number.toString(), Types.VARCHAR)
                .param("code", number == null ? null : number.authorityCode(), Types.VARCHAR)
                .param("year", number == null ? null : number.year(), Types.INTEGER)
                .param("serial", number == null ? null : number.serial(), Types.INTEGER)
                .param("id", document.id().value())
                .update();
    }

    void addParticipant(OutgoingDocumentId id, long personId, Instant since) {
        jdbc.sql("""
                        insert into officialdocument.document_participant (document_id, person_id, joined_at)
                        values (?, ?, ?) on conflict do nothing
                        """).params(id.value(), personId, at(since)).update();
    }

    boolean isParticipant(OutgoingDocumentId id, long personId) {
        return jdbc.sql("""
                        select exists (select 1 from officialdocument.document_participant
                          where document_id = ? and person_id = ?)
                        """).params(id.value(), personId).query(Boolean.class).single();
    }

    /** 知悉人员, for the readers of the search entry */
    List<Long> listParticipants(OutgoingDocumentId id) {
        return jdbc.sql("select person_id from officialdocument.document_participant where document_id = ?")
                .param(id.value())
                .query(Long.class)
                .list();
    }

    void recordDisclosureReview(OutgoingDocumentId id, Actor reviewer, String disclosureKey, Instant when) {
        jdbc.sql("""
                        insert into officialdocument.disclosure_review
                          (document_id, reviewer_id, reviewer_name, disclosure_key, at)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(id.value(), reviewer.personId(), reviewer.name(), disclosureKey, at(when))
                .update();
    }

    boolean isDisclosureReviewed(OutgoingDocumentId id, String disclosureKey, long exceptPersonId) {
        return jdbc.sql("""
                        select exists (select 1 from officialdocument.disclosure_review
                          where document_id = ? and disclosure_key = ? and reviewer_id <> ?)
                        """)
                .params(id.value(), disclosureKey, exceptPersonId)
                .query(Boolean.class)
                .single();
    }

    /** 近一年同题 */
    boolean isTitleTaken(long authorityId, String title, OutgoingDocumentId except, Instant since) {
        return jdbc.sql("""
                        select exists (select 1 from officialdocument.outgoing_document
                          where authority_id = ? and title = ? and id <> ? and created_at > ? and status <> 'VOIDED')
                        """)
                .params(authorityId, title, except.value(), at(since))
                .query(Boolean.class)
                .single();
    }

    static OutgoingDocument map(ResultSet row) throws SQLException {
        DraftContent content = JSON.readValue(row.getString("content"), DraftContent.class);
        var origin = new OutgoingDocument.Origin(
                row.getObject("command_id", UUID.class),
                row.getLong("unit_id"),
                row.getString("unit_path"),
                row.getString("unit_name"),
                row.getLong("authority_id"),
                row.getString("authority_name"),
                row.getLong("drafter_id"),
                row.getString("drafter_name"),
                row.getTimestamp("created_at").toInstant());
        var progress = new OutgoingDocument.Progress(
                DocumentStatus.valueOf(row.getString("status")),
                instant(row.getTimestamp("sent_at")),
                instant(row.getTimestamp("issued_at")),
                row.getString("void_reason"));
        var revision = new OutgoingDocument.Revision(
                row.getInt("version"),
                row.getInt("draft_no"),
                row.getBoolean("is_handed_over"),
                content,
                row.getLong("changed_by"),
                row.getString("changed_by_name"),
                row.getTimestamp("changed_at").toInstant());
        LocalDate date = row.getObject("document_date", LocalDate.class);
        String code = row.getString("authority_code");
        return new OutgoingDocument(
                new OutgoingDocumentId(row.getLong("id")),
                origin,
                progress,
                revision,
                date == null
                        ? null
                        : new OutgoingDocument.Signature(
                                date, row.getLong("signatory_id"), row.getString("signatory_name")),
                code == null ? null : new DocumentNumber(code, row.getInt("number_year"), row.getInt("number_serial")));
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
