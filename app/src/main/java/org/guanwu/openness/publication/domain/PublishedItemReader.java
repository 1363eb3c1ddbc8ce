package org.guanwu.openness.publication.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guanwu.openness.publication.PublishedItem;
import org.guanwu.openness.publication.PublishedItem.Attachment;
import org.guanwu.openness.publication.PublishedItem.Heading;
import org.guanwu.openness.publication.PublishedItem.Note;
import org.guanwu.openness.publication.PublishedItem.Relation;
import org.guanwu.openness.publication.Validity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** One item as the public may see it: of a withdrawn one the shell without its text, files and summary. */
@Component
class PublishedItemReader {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PublishedItemReader(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<PublishedItem> find(String catalogueNumber) {
        return jdbc.sql("""
                        select i.*, t.label as topic_label, y.label as type_label, v.body_html, v.plain_text, v.headings
                        from publication.item i
                        join publication.topic t on t.code = i.topic
                        join publication.item_type y on y.code = i.type
                        join publication.version v on v.item_id = i.id and v.version = i.current_version
                        where i.catalogue_number = :number and i.status in ('PUBLISHED', 'WITHDRAWN')""").param("number", catalogueNumber).query(this::item).optional();
    }

    private PublishedItem item(ResultSet row, int n) throws SQLException {
        long id = row.getLong("id");
        int version = row.getInt("current_version");
        boolean isWithdrawn = row.getString("status").equals("WITHDRAWN");
        return new PublishedItem(
                id,
                row.getString("catalogue_number"),
                row.getString("title"),
                row.getString("document_number"),
                row.getString("issuing_authority"),
                row.getLong("unit_id"),
                row.getString("topic"),
                row.getString("topic_label"),
                row.getString("type"),
                row.getString("type_label"),
                row.getObject("document_date", LocalDate.class),
                row.getObject("published_on", LocalDate.class),
                Validity.valueOf(row.getString("validity")),
                row.getObject("effective_on", LocalDate.class),
                isWithdrawn ? "" : row.getString("body_html"),
                isWithdrawn ? "" : row.getString("plain_text"),
                isWithdrawn ? "" : row.getString("summary"),
                isWithdrawn ? List.of() : List.of(json.readValue(row.getString("headings"), Heading[].class)),
                isWithdrawn ? List.of() : attachments(id, version),
                notes(id),
                relations(id),
                version,
                row.getTimestamp("changed_at").toInstant(),
                row.getObject("withdrawn_on", LocalDate.class),
                row.getString("withdrawn_reason"),
                row.getString("source_note"));
    }

    private List<Attachment> attachments(long id, int version) {
        return jdbc.sql("""
                        select digest, file_name, media_type, size from publication.attachment
                        where item_id = :id and version = :version order by ordinal""")
                .param("id", id)
                .param("version", version)
                .query((row, n) -> new Attachment(
                        row.getString("digest"),
                        row.getString("file_name"),
                        row.getString("media_type"),
                        row.getLong("size")))
                .list();
    }

    private List<Note> notes(long id) {
        return jdbc.sql(
                        "select version, noted_on, text from publication.note where item_id = :id order by ordinal desc")
                .param("id", id)
                .query((row, n) -> new Note(
                        row.getInt("version"), row.getObject("noted_on", LocalDate.class), row.getString("text")))
                .list();
    }

    private List<Relation> relations(long id) {
        return jdbc.sql("""
                        select r.kind, o.catalogue_number, o.title, o.document_number
                        from publication.relation r join publication.item o on o.id = r.other_id
                        where r.item_id = :id and o.status in ('PUBLISHED', 'WITHDRAWN')
                        order by r.kind, o.document_date desc, o.id limit 200""")
                .param("id", id)
                .query((row, n) -> new Relation(
                        row.getString("kind"),
                        row.getString("catalogue_number"),
                        row.getString("title"),
                        row.getString("document_number")))
                .list();
    }
}
