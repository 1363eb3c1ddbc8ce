package org.guanwu.openness.gazetteimport.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.openness.gazetteimport.domain.SourceTable.SourceRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class BatchRepository {

    private static final int INSERT_STEP = 1000;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final JsonMapper json;

    BatchRepository(JdbcClient jdbc, NamedParameterJdbcOperations batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    Optional<Long> findByCommand(String commandId) {
        return jdbc.sql("select id from gazetteimport.batch where command_id = :command")
                .param("command", commandId)
                .query(Long.class)
                .optional();
    }

    long insert(String commandId, String fileName, SourceTable table, ColumnMapping mapping, Actor actor, Instant at) {
        return jdbc.sql("""
                        insert into gazetteimport.batch (command_id, file_name, format, unit_id, unit_path, unit_name,
                          importer_id, importer_name, state, columns, mapping, total, created_at)
                        values (:command, :file, :format, :unit, :path, :unitName, :importer, :name, 'MAPPING',
                          :columns::jsonb, :mapping::jsonb, :total, :at) returning id""")
                .param("command", commandId)
                .param("file", fileName)
                .param("format", table.format())
                .param("unit", actor.unitId())
                .param("path", actor.unitPath())
                .param("unitName", actor.unitName())
                .param("importer", actor.personId())
                .param("name", actor.name())
                .param("columns", json.writeValueAsString(table.columns()))
                .param("mapping", json.writeValueAsString(mapping.columns()))
                .param("total", table.rows().size())
                .param("at", time(at))
                .query(Long.class)
                .single();
    }

    void insertRows(long batchId, List<SourceRow> rows) {
        for (int from = 0; from < rows.size(); from += INSERT_STEP) {
            var step = rows.subList(from, Math.min(rows.size(), from + INSERT_STEP));
            batches.batchUpdate(
                    """
                    insert into gazetteimport.row (batch_id, line, state, is_readable, values, problems)
                    values (:batch, :line, :state, :readable, :values::jsonb, :problems::jsonb)""",
                    step.stream()
                            .map(row -> new MapSqlParameterSource()
                                    .addValue("batch", batchId)
                                    .addValue("line", row.line())
                                    .addValue("state", row.problem().isEmpty() ? "NEW" : "REJECTED")
                                    .addValue("readable", row.problem().isEmpty())
                                    .addValue("values", json.writeValueAsString(row.values()))
                                    .addValue(
                                            "problems",
                                            json.writeValueAsString(
                                                    row.problem().isEmpty()
                                                            ? List.of()
                                                            : List.of(Problem.blocking("", "", row.problem())))))
                            .toArray(MapSqlParameterSource[]::new));
        }
    }

    Optional<Batch> find(long id) {
        return jdbc.sql("select * from gazetteimport.batch where id = :id")
                .param("id", id)
                .query(this::batch)
                .optional();
    }

    Batch lock(long id) {
        return jdbc.sql("select * from gazetteimport.batch where id = :id for update")
                .param("id", id)
                .query(this::batch)
                .optional()
                .orElseThrow(() -> new NotFound("gazette-import " + id));
    }

    /** another node, or a person who presses a button, may hold the batch: then it is left for the next round */
    Optional<Batch> lockNextToWork(long afterId) {
        return jdbc.sql("""
                        select * from gazetteimport.batch
                        where state in ('CHECKING', 'IMPORTING', 'ROLLING_BACK') and not is_paused and id > :after
                        order by id limit 1 for update skip locked""").param("after", afterId).query(this::batch).optional();
    }

    List<Batch> list(String scopeCondition, Map<String, Object> parameters, long beforeId, int limit) {
        return jdbc.sql("select * from gazetteimport.batch where " + scopeCondition
                        + " and id < :before order by id desc limit :limit")
                .params(parameters)
                .param("before", beforeId)
                .param("limit", limit)
                .query(this::batch)
                .list();
    }

    List<ImportedRow> listRows(long batchId, Collection<RowState> states, int afterLine, int limit) {
        return jdbc.sql("""
                        select * from gazetteimport.row
                        where batch_id = :batch and state in (:states) and line > :after order by line limit :limit""")
                .param("batch", batchId)
                .param("states", states.stream().map(Enum::name).toList())
                .param("after", afterLine)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /** rows about which there is something to say */
    List<ImportedRow> listProblems(long batchId, int afterLine, int limit) {
        return jdbc.sql("""
                        select * from gazetteimport.row where batch_id = :batch and problems <> '[]'::jsonb and line > :after
                        order by case state when 'REJECTED' then 0 when 'HELD' then 1 when 'SKIPPED' then 2 else 3 end, line
                        limit :limit""")
                .param("batch", batchId)
                .param("after", afterLine)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    Map<RowState, Integer> countRows(long batchId) {
        Map<RowState, Integer> counts = new EnumMap<>(RowState.class);
        jdbc.sql("select state, count(*) as rows from gazetteimport.row where batch_id = :batch group by state")
                .param("batch", batchId)
                .query(row -> {
                    counts.put(RowState.valueOf(row.getString("state")), row.getInt("rows"));
                });
        return counts;
    }

    Map<String, Integer> findEarlierLines(long batchId, Set<String> keys) {
        Map<String, Integer> lines = new HashMap<>();
        if (!keys.isEmpty()) {
            jdbc.sql("""
                            select natural_key, min(line) as line from gazetteimport.row
                            where batch_id = :batch and natural_key = any(:keys) and state in ('READY', 'HELD', 'IMPORTED')
                            group by natural_key""")
                    .param("batch", batchId)
                    .param("keys", keys.toArray(String[]::new))
                    .query(row -> {
                        lines.put(row.getString("natural_key"), row.getInt("line"));
                    });
        }
        return lines;
    }

    void saveChecked(long batchId, List<ImportedRow> rows) {
        batches.batchUpdate(
                """
                update gazetteimport.row set state = :state, values = :values::jsonb, problems = :problems::jsonb,
                  natural_key = :key, cleaned_text = :cleaned, publication_id = :publication, catalogue_number = :number
                where batch_id = :batch and line = :line""",
                rows.stream()
                        .map(row -> new MapSqlParameterSource()
                                .addValue("batch", batchId)
                                .addValue("line", row.line())
                                .addValue("state", row.state().name())
                                .addValue("values", json.writeValueAsString(row.values()))
                                .addValue("problems", json.writeValueAsString(row.problems()))
                                .addValue("key", row.naturalKey(), java.sql.Types.VARCHAR)
                                .addValue("cleaned", row.cleanedText(), java.sql.Types.VARCHAR)
                                .addValue("publication", row.publicationId(), java.sql.Types.BIGINT)
                                .addValue("number", row.catalogueNumber(), java.sql.Types.VARCHAR))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** narrow, since the text of a row need not be written again to say that it is done */
    void saveImported(long batchId, List<ImportedRow> rows) {
        batches.batchUpdate(
                """
                update gazetteimport.row set state = :state, publication_id = :publication, catalogue_number = :number
                where batch_id = :batch and line = :line""",
                rows.stream()
                        .map(row -> new MapSqlParameterSource()
                                .addValue("batch", batchId)
                                .addValue("line", row.line())
                                .addValue("state", row.state().name())
                                .addValue("publication", row.publicationId(), java.sql.Types.BIGINT)
                                .addValue("number", row.catalogueNumber(), java.sql.Types.VARCHAR))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** a new mapping means that everything that could be read is looked at again */
    void renew(long batchId) {
        jdbc.sql("""
                        update gazetteimport.row set state = 'NEW', problems = '[]', natural_key = null
                        where batch_id = :batch and is_readable and state in ('READY', 'HELD', 'SKIPPED', 'REJECTED')""").param("batch", batchId).update();
    }

    void saveMapping(long batchId, ColumnMapping mapping) {
        jdbc.sql(
                        "update gazetteimport.batch set mapping = :mapping::jsonb, lock_version = lock_version + 1 where id = :id")
                .param("mapping", json.writeValueAsString(mapping.columns()))
                .param("id", batchId)
                .update();
    }

    void move(long batchId, BatchState state, Instant at) {
        jdbc.sql("""
                        update gazetteimport.batch set state = :state, is_paused = false, lock_version = lock_version + 1,
                          started_at = case when :state = 'IMPORTING' then coalesce(started_at, :at) else started_at end,
                          finished_at = case when :state in ('DONE', 'ROLLED_BACK', 'ABANDONED') then coalesce(finished_at, :at)
                            else finished_at end
                        where id = :id""")
                .param("state", state.name())
                .param("at", time(at))
                .param("id", batchId)
                .update();
    }

    void saveReview(long batchId, @Nullable Long reviewId, String note) {
        jdbc.sql("update gazetteimport.batch set review_id = coalesce(:review::bigint, review_id), review_note = :note "
                        + "where id = :id")
                .param("review", reviewId == null ? null : reviewId.toString())
                .param("note", note)
                .param("id", batchId)
                .update();
    }

    void pause(long batchId, boolean isPaused) {
        jdbc.sql("update gazetteimport.batch set is_paused = :paused, lock_version = lock_version + 1 where id = :id")
                .param("paused", isPaused)
                .param("id", batchId)
                .update();
    }

    private Batch batch(ResultSet row, int n) throws SQLException {
        Map<Field, String> mapping = new EnumMap<>(Field.class);
        json.readValue(row.getString("mapping"), new TypeReference<Map<String, String>>() {})
                .forEach((field, column) -> mapping.put(Field.valueOf(field), column));
        long review = row.getLong("review_id");
        boolean hasReview = !row.wasNull();
        var finished = row.getTimestamp("finished_at");
        return new Batch(
                row.getLong("id"),
                row.getString("file_name"),
                row.getString("format"),
                row.getLong("unit_id"),
                row.getString("unit_path"),
                row.getString("unit_name"),
                row.getLong("importer_id"),
                row.getString("importer_name"),
                BatchState.valueOf(row.getString("state")),
                row.getBoolean("is_paused"),
                List.of(json.readValue(row.getString("columns"), String[].class)),
                new ColumnMapping(mapping),
                row.getInt("total"),
                hasReview ? review : null,
                row.getString("review_note"),
                row.getInt("lock_version"),
                row.getTimestamp("created_at").toInstant(),
                finished == null ? null : finished.toInstant());
    }

    private ImportedRow row(ResultSet row, int n) throws SQLException {
        long publication = row.getLong("publication_id");
        boolean isPublished = !row.wasNull();
        return new ImportedRow(
                row.getInt("line"),
                RowState.valueOf(row.getString("state")),
                json.readValue(row.getString("values"), new TypeReference<LinkedHashMap<String, String>>() {}),
                List.of(json.readValue(row.getString("problems"), Problem[].class)),
                row.getString("natural_key"),
                row.getString("cleaned_text"),
                isPublished ? publication : null,
                row.getString("catalogue_number"));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
