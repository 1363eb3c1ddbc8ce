package org.guanwu.openness.publication.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.openness.publication.HistoricalPublications.Historical;
import org.guanwu.openness.publication.HistoricalPublications.Published;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Rows of a bulk import, written in batches: two statements for any number of items. */
@Repository
class HistoricalRows {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final JsonMapper json;

    HistoricalRows(JdbcClient jdbc, NamedParameterJdbcOperations batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    Map<String, Published> findKnown(Collection<String> sourceKeys) {
        Map<String, Published> known = new HashMap<>();
        if (sourceKeys.isEmpty()) {
            return known;
        }
        jdbc.sql("select source_key, id, coalesce(catalogue_number, '') as number from publication.item "
                        + "where source_key = any(:keys)")
                .param("keys", sourceKeys.toArray(String[]::new))
                .query(row -> {
                    known.put(
                            row.getString("source_key"),
                            new Published(row.getLong("id"), row.getString("number"), false));
                });
        return known;
    }

    List<Long> nextIds(int count) {
        return jdbc.sql(
                        "select nextval(pg_get_serial_sequence('publication.item', 'id')) from generate_series(1, :count)")
                .param("count", count)
                .query(Long.class)
                .list();
    }

    void insert(List<Row> rows, long reviewId, Actor actor, Instant at) {
        var time = ItemRepository.time(at);
        batches.batchUpdate("""
                insert into publication.item (id, source, source_key, status, catalogue_number, unit_id, unit_path, unit_name,
                  authority_code, issuing_authority, topic, type, section, title, document_number, number_key,
                  document_date, published_on, effective_on, repealed_on, partly_repealed_on, validity, next_change_on,
                  summary, source_note, current_version, drafter_id, drafter_name, created_at, changed_at)
                overriding system value
                values (:id, 'HISTORICAL', :key, 'PUBLISHED', :catalogue, :unit, :path, :unitName, :code, :authority, :topic,
                  :type, :section, :title, :number, :numberKey, :date, :published, :effective, :repealed, :partly,
                  :validity, :next, :summary, :note, 1, :drafter, :drafterName, :at, :at)""", parameters(rows, row -> {
            Historical item = row.item();
            return new MapSqlParameterSource()
                    .addValue("id", row.id())
                    .addValue("key", row.sourceKey())
                    .addValue("catalogue", row.catalogueNumber())
                    .addValue("unit", row.unit().id())
                    .addValue("path", row.unit().path())
                    .addValue("unitName", row.unit().name())
                    .addValue("code", row.authorityCode())
                    .addValue("authority", item.issuingAuthority())
                    .addValue("topic", item.topic())
                    .addValue("type", item.type())
                    .addValue("section", item.type().equals("EXPLANATION") ? "explanations" : "documents")
                    .addValue("title", item.title())
                    .addValue("number", item.documentNumber())
                    .addValue("numberKey", ItemRepository.numberKey(item.documentNumber()))
                    .addValue("date", item.documentDate(), java.sql.Types.DATE)
                    .addValue("published", item.publishedOn(), java.sql.Types.DATE)
                    .addValue("effective", item.effectiveOn(), java.sql.Types.DATE)
                    .addValue("repealed", row.rule().repealedOn(), java.sql.Types.DATE)
                    .addValue("partly", row.rule().partlyRepealedOn(), java.sql.Types.DATE)
                    .addValue("validity", row.rule().on(row.today()).name())
                    .addValue("next", row.rule().nextChangeAfter(row.today()).orElse(null), java.sql.Types.DATE)
                    .addValue("summary", Summary.of("", item.text()))
                    .addValue("note", item.sourceNote(), java.sql.Types.VARCHAR)
                    .addValue("drafter", actor.personId())
                    .addValue("drafterName", actor.name())
                    .addValue("at", time);
        }));
        batches.batchUpdate("""
                insert into publication.version (item_id, version, state, title, document_number, body, body_html, plain_text,
                  headings, summary, public_note, review_id, drafter_id, drafter_name, saved_at)
                values (:id, 1, 'PUBLISHED', :title, :number, :body::jsonb, :html, :plain, :headings::jsonb, :summary, '',
                  :review, :drafter, :drafterName, :at)""", parameters(rows, row -> {
            Historical item = row.item();
            return new MapSqlParameterSource()
                    .addValue("id", row.id())
                    .addValue("title", item.title())
                    .addValue("number", item.documentNumber())
                    .addValue("body", item.text().toJson())
                    .addValue("html", item.text().toHtml())
                    .addValue("plain", item.text().toPlainText())
                    .addValue("headings", json.writeValueAsString(item.text().headings()))
                    .addValue("summary", Summary.of("", item.text()))
                    .addValue("review", reviewId)
                    .addValue("drafter", actor.personId())
                    .addValue("drafterName", actor.name())
                    .addValue("at", time);
        }));
    }

    private static MapSqlParameterSource[] parameters(
            List<Row> rows, java.util.function.Function<Row, MapSqlParameterSource> of) {
        return rows.stream().map(of).toArray(MapSqlParameterSource[]::new);
    }

    record Row(
            long id,
            String sourceKey,
            String catalogueNumber,
            Unit unit,
            String authorityCode,
            Historical item,
            ValidityRule rule,
            LocalDate today) {}
}
