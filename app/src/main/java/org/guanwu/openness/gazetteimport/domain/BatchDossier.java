package org.guanwu.openness.gazetteimport.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.Cursor;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of an import show, and the report of what was not taken and why. */
@Component
public class BatchDossier {

    private static final int PAGE = 50;
    private static final int PREVIEW = 5;
    private static final int MOST_PROBLEMS = 200;
    private static final int REPORT_STEP = 1000;

    private final BatchRepository batches;
    private final Clock clock;

    BatchDossier(BatchRepository batches, Clock clock) {
        this.batches = batches;
        this.clock = clock;
    }

    public Page<Line> list(Actor actor, @Nullable String cursor) {
        long before = Long.MAX_VALUE;
        if (cursor != null && !cursor.isEmpty()) {
            try {
                before = Long.parseLong(Cursor.parse(cursor, 1).getFirst());
            } catch (NumberFormatException notOurs) {
                throw new InvalidInput("cursor", "翻页位置无效，请从第一页重新开始。");
            }
        }
        Map<String, Object> parameters = new HashMap<>();
        var found = batches.list(scope(actor, parameters), parameters, before, PAGE + 1);
        var rows = found.stream().limit(PAGE).map(BatchDossier::line).toList();
        return new Page<>(rows, found.size() > PAGE ? Cursor.of(rows.getLast().id()) : null, null);
    }

    private static String scope(Actor actor, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        for (String prefix : actor.scope(Permission.GAZETTE_IMPORT)) {
            conditions.add("unit_path like :scope" + conditions.size());
            parameters.put("scope" + parameters.size(), prefix + "%");
        }
        return conditions.isEmpty() ? "false" : conditions.stream().collect(Collectors.joining(" or ", "(", ")"));
    }

    private static Line line(Batch batch) {
        return new Line(
                batch.id(),
                batch.fileName(),
                batch.importerName(),
                batch.isPaused()
                        ? batch.state().label() + "，已暂停"
                        : batch.state().label(),
                batch.total(),
                ChinaTime.minute(batch.createdAt()));
    }

    public View get(Actor actor, long id) {
        Batch batch = visible(actor, id);
        var counts = batches.countRows(id);
        List<ImportedRow> preview = batches.listRows(id, Arrays.asList(RowState.values()), 0, PREVIEW);
        List<ColumnView> columns = new ArrayList<>();
        for (String column : batch.columns()) {
            String first = preview.stream()
                    .map(row -> row.values().getOrDefault(column, ""))
                    .filter(value -> !value.isBlank())
                    .findFirst()
                    .orElse("");
            Field field = batch.mapping().columns().entrySet().stream()
                    .filter(entry -> entry.getValue().equals(column))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
            columns.add(new ColumnView(column, first.length() > 60 ? first.substring(0, 60) + "…" : first, field));
        }
        Map<RowState, Integer> all = new EnumMap<>(RowState.class);
        for (RowState state : RowState.values()) {
            all.put(state, counts.getOrDefault(state, 0));
        }
        boolean isMine = actor.may(Permission.GAZETTE_IMPORT, batch.unitPath());
        boolean isRecent = batch.finishedAt() != null
                && clock.instant().isBefore(batch.finishedAt().plus(Duration.ofHours(24)));
        return new View(
                batch.id(),
                batch.fileName(),
                batch.format(),
                batch.importerName(),
                ChinaTime.minute(batch.createdAt()),
                batch.state(),
                batch.isPaused(),
                batch.total(),
                batch.state() == BatchState.ROLLING_BACK ? "" : returnNote(batch),
                batch.reviewId(),
                columns,
                preview,
                batches.listProblems(id, 0, MOST_PROBLEMS),
                all,
                isMine,
                batch.state() == BatchState.DONE
                        && isRecent
                        && all.get(RowState.IMPORTED) > 0
                        && actor.may(Permission.PUBLICATION_RELEASE, batch.unitPath()));
    }

    private static String returnNote(Batch batch) {
        return batch.reviewNote().matches("[0-9]*") ? "" : batch.reviewNote();
    }

    /** every row that was not taken, or is worth a look, with line, column, value and what to do */
    public List<String> report(Actor actor, long id) {
        visible(actor, id);
        List<String> lines = new ArrayList<>(List.of("行,结果,列,值,原因和办法,索引号"));
        int after = 0;
        List<ImportedRow> rows = batches.listRows(id, Arrays.asList(RowState.values()), after, REPORT_STEP);
        while (!rows.isEmpty()) {
            for (ImportedRow row : rows) {
                for (Problem problem : row.problems()) {
                    lines.add(List.of(
                                    String.valueOf(row.line()),
                                    row.state().label(),
                                    problem.column(),
                                    problem.value(),
                                    problem.message(),
                                    row.catalogueNumber() == null ? "" : row.catalogueNumber())
                            .stream()
                            .map(BatchDossier::cell)
                            .collect(Collectors.joining(",")));
                }
            }
            after = rows.getLast().line();
            rows = batches.listRows(id, Arrays.asList(RowState.values()), after, REPORT_STEP);
        }
        return lines;
    }

    /** a value that a spreadsheet would run as a formula is disarmed */
    static String cell(String value) {
        String text = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return text.matches("(?s).*[\",\\r\\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    private Batch visible(Actor actor, long id) {
        Batch batch = batches.find(id).orElseThrow(() -> new NotFound("gazette-import " + id));
        Batches.requireToSee(actor, batch);
        return batch;
    }

    public record Line(long id, String fileName, String importer, String state, int total, String createdAt) {}

    public record ColumnView(
            String name, String firstValue, @Nullable Field field) {}

    public record View(
            long id,
            String fileName,
            String format,
            String importer,
            String createdAt,
            BatchState state,
            boolean isPaused,
            int total,
            String returnNote,
            @Nullable Long reviewId,
            List<ColumnView> columns,
            List<ImportedRow> preview,
            List<ImportedRow> problems,
            Map<RowState, Integer> counts,
            boolean isMine,
            boolean mayRollBack) {

        public int count(RowState state) {
            return counts.getOrDefault(state, 0);
        }

        /** rows that the present stage is done with */
        public int worked() {
            return switch (state) {
                case MAPPING -> 0;
                case CHECKING -> total - count(RowState.NEW);
                case CHECKED, IN_REVIEW -> total;
                case IMPORTING -> total - count(RowState.READY);
                case DONE, ROLLED_BACK, ABANDONED -> total;
                case ROLLING_BACK -> total - count(RowState.IMPORTED);
            };
        }

        public boolean mayMap() {
            return isMine && (state == BatchState.MAPPING || state == BatchState.CHECKED);
        }

        public boolean maySubmit() {
            boolean hasRows = count(RowState.READY) + count(RowState.HELD) > 0;
            return isMine && hasRows && (state == BatchState.CHECKED || state == BatchState.DONE);
        }
    }
}
