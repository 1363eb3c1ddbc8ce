package org.guanwu.foundation.search.domain;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guanwu.foundation.search.SearchEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EntryRepository {

    private static final String ROW =
            "id, key, kind, url, title, number, catalogue_number, body, unit_id, unit_name, topic, type, document_date, published_on, validity, readers";

    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    EntryRepository(JdbcClient jdbc, JdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    private static final String PUT = """
                        insert into search.search_entry as e
                          (key, kind, url, title, number, catalogue_number, body, unit_id, unit_name, topic, type,
                           document_date, published_on, validity, readers)
                        values (:key, :kind, :url, :title, :number, :catalogueNumber, :body, :unitId, :unitName, :topic, :type,
                           :documentDate, :publishedOn, :validity, :readers)
                        on conflict (key) do update set
                          kind = excluded.kind, url = excluded.url, title = excluded.title, number = excluded.number,
                          catalogue_number = excluded.catalogue_number, body = excluded.body, unit_id = excluded.unit_id,
                          unit_name = excluded.unit_name, topic = excluded.topic, type = excluded.type,
                          document_date = excluded.document_date, published_on = excluded.published_on,
                          validity = excluded.validity, readers = excluded.readers,
                          removed = false, revision = e.revision + 1
                        """;

    void put(SearchEntry entry) {
        putAll(List.of(entry));
    }

    void putAll(List<SearchEntry> entries) {
        new NamedParameterJdbcTemplate(batches)
                .batchUpdate(
                        PUT, entries.stream().map(EntryRepository::parameters).toArray(MapSqlParameterSource[]::new));
    }

    private static MapSqlParameterSource parameters(SearchEntry entry) {
        return new MapSqlParameterSource()
                .addValue("key", entry.key())
                .addValue("kind", entry.kind())
                .addValue("url", entry.url())
                .addValue("title", storable(entry.title()))
                .addValue("number", entry.number(), Types.VARCHAR)
                .addValue("catalogueNumber", entry.catalogueNumber(), Types.VARCHAR)
                .addValue("body", storable(entry.body()))
                .addValue("unitId", entry.unitId())
                .addValue("unitName", entry.unitName())
                .addValue("topic", entry.topic(), Types.VARCHAR)
                .addValue("type", entry.type(), Types.VARCHAR)
                .addValue("documentDate", entry.documentDate(), Types.DATE)
                .addValue("publishedOn", entry.publishedOn(), Types.DATE)
                .addValue("validity", entry.validity(), Types.VARCHAR)
                .addValue("readers", entry.readers().toArray(String[]::new));
    }

    void remove(String key) {
        jdbc.sql(
                        "update search.search_entry set removed = true, revision = revision + 1 where key = :key and not removed")
                .param("key", key)
                .update();
    }

    /** the entries still there, by id; whoever is no longer among them has been removed since the index was written */
    Map<Long, SearchEntry> find(Collection<Long> ids, Set<String> readers) {
        var found = new HashMap<Long, SearchEntry>();
        if (ids.isEmpty()) {
            return found;
        }
        jdbc.sql("select " + ROW + " from search.search_entry where id = any(:ids) and not removed")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, n) -> Map.entry(row.getLong("id"), entry(row)))
                .list()
                .forEach(e -> {
                    // rights taken away a moment ago hold before the index knows
                    if (IndexedEntry.expanded(e.getValue().readers()).stream().anyMatch(readers::contains)) {
                        found.put(e.getKey(), e.getValue());
                    }
                });
        return found;
    }

    Optional<String> findUnitName(long unitId) {
        return jdbc.sql("select unit_name from search.search_entry where unit_id = :unitId order by id desc limit 1")
                .param("unitId", unitId)
                .query(String.class)
                .optional();
    }

    boolean tryLock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('search.indexing'))")
                .query(Boolean.class)
                .single();
    }

    /** never backwards: a slower node may have indexed an older revision */
    void markIndexed(List<IndexedEntry> batch) {
        batches.batchUpdate(
                "update search.search_entry set indexed_revision = greatest(indexed_revision, ?) where id = ?",
                batch.stream()
                        .filter(e -> !e.isRemoved())
                        .map(e -> new Object[] {e.revision(), e.id()})
                        .toList());
        batches.batchUpdate(
                "delete from search.search_entry where id = ? and revision = ? and removed",
                batch.stream()
                        .filter(IndexedEntry::isRemoved)
                        .map(e -> new Object[] {e.id(), e.revision()})
                        .toList());
    }

    long countIndexed() {
        return jdbc.sql("select count(*) from search.search_entry where indexed_revision > 0 and not removed")
                .query(Long.class)
                .single();
    }

    int markAllDirty() {
        return jdbc.sql("update search.search_entry set indexed_revision = 0").update();
    }

    private static String storable(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }

    private static SearchEntry entry(ResultSet row) throws SQLException {
        return new SearchEntry(
                row.getString("key"),
                row.getString("kind"),
                row.getString("url"),
                row.getString("title"),
                row.getString("number"),
                row.getString("catalogue_number"),
                row.getString("body"),
                row.getLong("unit_id"),
                row.getString("unit_name"),
                row.getString("topic"),
                row.getString("type"),
                date(row, "document_date"),
                date(row, "published_on"),
                row.getString("validity"),
                texts(row.getArray("readers")));
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }
}
