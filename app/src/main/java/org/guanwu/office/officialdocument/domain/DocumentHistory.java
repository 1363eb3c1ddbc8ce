package org.guanwu.office.officialdocument.domain;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 历史版本 and 办理记录 of a document: appended to, never changed. */
@Component
public class DocumentHistory {

    /** @param personName 系统 when nobody acted */
    public record Line(Instant at, String personName, String act, String note) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    DocumentHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void keep(OutgoingDocument document, boolean isSubstantive) {
        var revision = document.revision();
        jdbc.sql("""
                        insert into officialdocument.document_version
                          (document_id, version, draft_no, content, structured_text, digest, is_substantive,
                           saved_by, saved_by_name, saved_at)
                        values (?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?)
                        """)
                .params(
                        document.id().value(),
                        revision.version(),
                        revision.draftNo(),
                        OutgoingDocumentRepository.JSON.writeValueAsString(revision.content()),
                        revision.content().text().toJson(),
                        revision.content().digest(),
                        isSubstantive,
                        revision.savedBy(),
                        revision.savedByName(),
                        OutgoingDocumentRepository.at(revision.savedAt()))
                .update();
    }

    /** @param personId null when nobody acted */
    void note(OutgoingDocumentId id, @Nullable Long personId, String name, String act, String note) {
        jdbc.sql("""
                        insert into officialdocument.document_event (document_id, at, person_id, person_name, act, note)
                        values (:id, :at, :person, :name, :act, :note)
                        """)
                .param("id", id.value())
                .param("at", OutgoingDocumentRepository.at(clock.instant()))
                .param("person", personId, Types.BIGINT)
                .param("name", name)
                .param("act", act)
                .param("note", note)
                .update();
    }

    /** newest first */
    public List<Line> listLines(OutgoingDocumentId id) {
        return jdbc.sql("""
                        select at, person_name, act, note from officialdocument.document_event
                        where document_id = ? order by id desc limit 500
                        """)
                .param(id.value())
                .query((row, _) -> new Line(
                        row.getTimestamp("at").toInstant(),
                        row.getString("person_name"),
                        row.getString("act"),
                        row.getString("note")))
                .list();
    }

    /** newest first; the last save of each 稿, and each save when {@code everySave} */
    public List<DocumentVersion.Line> listVersions(OutgoingDocumentId id, boolean everySave) {
        return jdbc.sql("""
                        select version, draft_no, is_substantive, saved_by, saved_by_name, saved_at
                        from (select v.*, row_number() over (partition by draft_no order by version desc) as place
                              from officialdocument.document_version v where document_id = :id) numbered
                        where :every or place = 1 order by version desc limit 500
                        """)
                .param("id", id.value())
                .param("every", everySave)
                .query((row, _) -> new DocumentVersion.Line(
                        row.getInt("version"),
                        row.getInt("draft_no"),
                        row.getBoolean("is_substantive"),
                        row.getLong("saved_by"),
                        row.getString("saved_by_name"),
                        row.getTimestamp("saved_at").toInstant()))
                .list();
    }

    public int countVersions(OutgoingDocumentId id) {
        return jdbc.sql("select count(*) from officialdocument.document_version where document_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    public Optional<DocumentVersion> findVersion(OutgoingDocumentId id, int version) {
        return jdbc.sql("""
                        select version, draft_no, content, is_substantive, saved_by, saved_by_name, saved_at
                        from officialdocument.document_version where document_id = ? and version = ?
                        """)
                .params(id.value(), version)
                .query((row, _) -> new DocumentVersion(
                        row.getInt("version"),
                        row.getInt("draft_no"),
                        OutgoingDocumentRepository.JSON.readValue(row.getString("content"), DraftContent.class),
                        row.getBoolean("is_substantive"),
                        row.getLong("saved_by"),
                        row.getString("saved_by_name"),
                        row.getTimestamp("saved_at").toInstant()))
                .optional();
    }
}
