package org.guanwu.openness.publication.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guanwu.foundation.shared.Cursor;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.Page;
import org.guanwu.openness.publication.PublishedItem;
import org.guanwu.openness.publication.PublishedItems;
import org.guanwu.openness.publication.Validity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists read the narrow item rows only; the text of a version is fetched for one item at a time. */
@Component
class PublishedItemsDirectory implements PublishedItems {

    private static final int MOST_ROWS = 100;
    private static final int MOST_CHANGED = 10_000;

    private static final String SUMMARY = """
            select i.id, i.catalogue_number, i.title, i.document_number, i.issuing_authority, i.topic,
              t.label as topic_label, i.type, y.label as type_label, i.document_date, i.published_on, i.validity, i.summary
            from (select * from publication.item where %s order by published_on %s, id %s limit :limit) as i
            join publication.topic t on t.code = i.topic
            join publication.item_type y on y.code = i.type
            order by i.published_on desc, i.id desc""";

    private final JdbcClient jdbc;
    private final FacetCounts counts;
    private final PublishedItemReader reader;
    private final CatalogueTerms terms;

    PublishedItemsDirectory(JdbcClient jdbc, FacetCounts counts, PublishedItemReader reader, CatalogueTerms terms) {
        this.jdbc = jdbc;
        this.counts = counts;
        this.reader = reader;
        this.terms = terms;
    }

    @Override
    public Optional<PublishedItem> find(String catalogueNumber) {
        return reader.find(catalogueNumber);
    }

    @Override
    public Page<Summary> list(Filter filter, @Nullable String cursor, int limit) {
        int rows = Math.clamp(limit, 1, MOST_ROWS);
        var condition = PublishedCondition.ofItems(filter, terms.within(filter.section()), "");
        Map<String, Object> parameters = new HashMap<>(condition.parameters());
        parameters.put("limit", rows + 1);
        String where = condition.sql();
        boolean isBackwards = false;
        if (cursor != null && !cursor.isEmpty()) {
            var position = Position.parse(cursor);
            isBackwards = position.isBackwards();
            where += isBackwards
                    ? " and (published_on, id) > (:positionDate, :positionId)"
                    : " and (published_on, id) < (:positionDate, :positionId)";
            parameters.put("positionDate", position.publishedOn());
            parameters.put("positionId", position.id());
        }
        String direction = isBackwards ? "asc" : "desc";
        var found = jdbc.sql(SUMMARY.formatted(where, direction, direction))
                .params(parameters)
                .query(PublishedItemsDirectory::summary)
                .list();
        boolean hasMore = found.size() > rows;
        var shown = !hasMore ? found : isBackwards ? found.subList(1, found.size()) : found.subList(0, rows);
        boolean hasNext = isBackwards || hasMore;
        boolean hasPrevious = isBackwards ? hasMore : cursor != null && !cursor.isEmpty();
        if (shown.isEmpty()) {
            return new Page<>(shown, null, null);
        }
        return new Page<>(
                shown,
                hasNext ? Position.of(false, shown.getLast()) : null,
                hasPrevious ? Position.of(true, shown.getFirst()) : null);
    }

    @Override
    public long count(Filter filter) {
        return counts.count(filter);
    }

    @Override
    public List<Facet> facets(Filter filter) {
        return counts.facets(filter);
    }

    @Override
    public List<Section> listSections() {
        var own = counts.countBySection();
        Map<String, Section> sections = new LinkedHashMap<>();
        jdbc.sql("""
                        select code, label, parent_code, description from publication.section
                        order by parent_code nulls first, ordinal, code""").query(row -> {
            String code = row.getString("code");
            sections.put(
                    code,
                    new Section(
                            code,
                            row.getString("label"),
                            row.getString("parent_code"),
                            row.getString("description"),
                            own.getOrDefault(code, 0L)));
        });
        return sections.values().stream()
                .map(s -> new Section(
                        s.code(), s.label(), s.parentCode(), s.description(), countWithin(s.code(), sections)))
                .toList();
    }

    private static long countWithin(String code, Map<String, Section> sections) {
        long own = sections.get(code).count();
        return sections.values().stream()
                .filter(s -> code.equals(s.parentCode()))
                .mapToLong(s -> countWithin(s.code(), sections))
                .reduce(own, Long::sum);
    }

    @Override
    public List<Changed> listChanged(long afterId, int limit) {
        return jdbc.sql("""
                        select id, catalogue_number, changed_at from publication.item
                        where status = 'PUBLISHED' and id > :after order by id limit :limit""")
                .param("after", afterId)
                .param("limit", Math.clamp(limit, 1, MOST_CHANGED))
                .query((row, n) -> new Changed(
                        row.getLong("id"),
                        row.getString("catalogue_number"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    private static Summary summary(ResultSet row, int n) throws SQLException {
        return new Summary(
                row.getLong("id"),
                row.getString("catalogue_number"),
                row.getString("title"),
                row.getString("document_number"),
                row.getString("issuing_authority"),
                row.getString("topic"),
                row.getString("topic_label"),
                row.getString("type"),
                row.getString("type_label"),
                row.getObject("document_date", LocalDate.class),
                row.getObject("published_on", LocalDate.class),
                Validity.valueOf(row.getString("validity")),
                row.getString("summary"));
    }

    /** where a page begins: behind this row, or before it */
    private record Position(boolean isBackwards, LocalDate publishedOn, long id) {

        static String of(boolean isBackwards, Summary row) {
            return Cursor.of(isBackwards ? "p" : "n", row.publishedOn(), row.id());
        }

        static Position parse(String cursor) {
            var values = Cursor.parse(cursor, 3);
            try {
                return new Position(
                        values.get(0).equals("p"), LocalDate.parse(values.get(1)), Long.parseLong(values.get(2)));
            } catch (DateTimeParseException | NumberFormatException notOurs) {
                throw new InvalidInput("cursor", "翻页位置无效，请从第一页重新开始。");
            }
        }
    }
}
