package org.guanwu.office.officialdocument.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.Cursor;
import org.guanwu.foundation.shared.Page;
import org.guanwu.office.officialdocument.DocumentType;
import org.guanwu.office.officialdocument.Urgency;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 发文登记簿: what this person may see, newest change first, keyset-paged. The rights are in the query. */
@Component
public class OutgoingDocumentRegister {

    /** who may see it, for the aliases {@code d} and the parameters {@code me}, {@code prefixes} */
    private static final String VISIBLE = """
            (d.drafter_id = :me
             or d.unit_path like any (:prefixes)
             or exists (select 1 from officialdocument.document_participant p
                        where p.document_id = d.id and p.person_id = :me))
            """;

    private static final int MOST = 100;

    private final JdbcClient jdbc;

    OutgoingDocumentRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param text part of title or number; empty for all
     * @param unitPath subtree, null for all
     * @param year of drafting, null for all
     * @param isMine only what the person drafted
     */
    public record Filter(
            String text,
            @Nullable String unitPath,
            @Nullable DocumentType type,
            @Nullable Integer year,
            @Nullable DocumentStatus status,
            boolean isMine) {

        public static final Filter ALL = new Filter("", null, null, null, null, false);
    }

    public record Row(
            long id,
            String title,
            DocumentType type,
            Urgency urgency,
            DocumentStatus status,
            @Nullable String number,
            String unitName,
            String drafterName,
            @Nullable LocalDate documentDate,
            Instant changedAt) {}

    public Page<Row> list(Actor actor, Filter filter, @Nullable String cursor, int limit) {
        int size = Math.clamp(limit, 1, MOST);
        List<String> after = cursor == null ? List.of() : Cursor.parse(cursor, 2);
        var rows = jdbc.sql("""
                        select d.id, d.title, d.type, d.urgency, d.status, d.document_number, d.unit_name, d.drafter_name,
                               d.document_date, d.changed_at
                        from officialdocument.outgoing_document d
                        where %s
                          and (:text = '' or d.title ilike :pattern or d.document_number ilike :pattern)
                          and (cast(:unit as text) is null or d.unit_path like :unit)
                          and (cast(:type as text) is null or d.type = :type)
                          and (cast(:status as text) is null or d.status = :status)
                          and (not :mine or d.drafter_id = :me)
                          and (cast(:from as timestamptz) is null or (d.created_at >= :from and d.created_at < :to))
                          and (cast(:atChanged as timestamptz) is null or (d.changed_at, d.id) < (:atChanged, :afterId))
                        order by d.changed_at desc, d.id desc limit :limit
                        """.formatted(VISIBLE))
                .param("me", actor.personId())
                .param("prefixes", prefixes(actor))
                .param("text", filter.text.strip())
                .param("pattern", "%" + escaped(filter.text.strip()) + "%")
                .param("unit", filter.unitPath == null ? null : filter.unitPath + "%", Types.VARCHAR)
                .param("type", filter.type == null ? null : filter.type.name(), Types.VARCHAR)
                .param("status", filter.status == null ? null : filter.status.name(), Types.VARCHAR)
                .param("mine", filter.isMine)
                .param("from", startOf(filter.year, 0), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", startOf(filter.year, 1), Types.TIMESTAMP_WITH_TIMEZONE)
                .param(
                        "atChanged",
                        after.isEmpty() ? null : OffsetDateTime.parse(after.get(0)),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("afterId", after.isEmpty() ? 0L : Long.parseLong(after.get(1)))
                .param("limit", size + 1)
                .query((row, _) -> row(row))
                .list();
        boolean hasMore = rows.size() > size;
        var shown = hasMore ? rows.subList(0, size) : rows;
        String next = hasMore
                ? Cursor.of(
                        OutgoingDocumentRepository.at(shown.getLast().changedAt()),
                        shown.getLast().id())
                : null;
        return new Page<>(shown, next, null);
    }

    List<OutgoingDocument> listIssued(Actor actor, String text, int limit) {
        return jdbc.sql("""
                        select d.* from officialdocument.outgoing_document d
                        where d.status = 'ISSUED' and %s
                          and (:text = '' or d.title ilike :pattern or d.document_number ilike :pattern)
                        order by d.changed_at desc, d.id desc limit :limit
                        """.formatted(VISIBLE))
                .param("me", actor.personId())
                .param("prefixes", prefixes(actor))
                .param("text", text.strip())
                .param("pattern", "%" + escaped(text.strip()) + "%")
                .param("limit", Math.clamp(limit, 1, MOST))
                .query((row, _) -> OutgoingDocumentRepository.map(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("title"),
                DocumentType.valueOf(row.getString("type")),
                Urgency.valueOf(row.getString("urgency")),
                DocumentStatus.valueOf(row.getString("status")),
                row.getString("document_number"),
                row.getString("unit_name"),
                row.getString("drafter_name"),
                row.getObject("document_date", LocalDate.class),
                row.getTimestamp("changed_at").toInstant());
    }

    private static String[] prefixes(Actor actor) {
        return actor.scope(Permission.DOCUMENT_READ).stream()
                .map(path -> path + "%")
                .toArray(String[]::new);
    }

    private static @Nullable OffsetDateTime startOf(@Nullable Integer year, int plus) {
        return year == null
                ? null
                : LocalDate.of(year + plus, 1, 1).atStartOfDay(ChinaTime.ZONE).toOffsetDateTime();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
