package org.guanwu.openness.publication.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.openness.publication.PublishedItems.Bucket;
import org.guanwu.openness.publication.PublishedItems.Facet;
import org.guanwu.openness.publication.PublishedItems.Filter;
import org.guanwu.openness.publication.Validity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts of published items. Without a date range they come from the counters, whose size does not grow with the number
 * of items; with one they are counted in the items and end at {@link #CAP}.
 */
@Component
class FacetCounts {

    static final int CAP = 10_000;

    private static final String CELLS = """
            (select section, unit_id, topic, type, year, validity, items from publication.facet_count
             union all
             select section, unit_id, topic, type, year, validity, items from publication.facet_count_delta) as cell""";

    /** facet name to column, in the order of the page */
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("topic", "topic");
        COLUMNS.put("type", "type");
        COLUMNS.put("year", "year");
        COLUMNS.put("validity", "validity");
        COLUMNS.put("unit", "unit_id");
    }

    private final JdbcClient jdbc;
    private final CatalogueTerms terms;
    private final Organization organization;

    FacetCounts(JdbcClient jdbc, CatalogueTerms terms, Organization organization) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.organization = organization;
    }

    long count(Filter filter) {
        if (PublishedCondition.isCountable(filter)) {
            var condition = PublishedCondition.of(filter, terms.within(filter.section()), "year", "");
            return jdbc.sql("select coalesce(sum(items), 0) from " + CELLS + " where " + condition.sql())
                    .params(condition.parameters())
                    .query(Long.class)
                    .single();
        }
        var condition = PublishedCondition.ofItems(filter, terms.within(filter.section()), "");
        return jdbc.sql("select count(*) from (select 1 from publication.item where " + condition.sql() + " limit "
                        + CAP + ") as capped")
                .params(condition.parameters())
                .query(Long.class)
                .single();
    }

    /** a facet is counted as if nothing were chosen in itself, so that a further choice can be seen beforehand */
    List<Facet> facets(Filter filter) {
        List<Facet> facets = new ArrayList<>();
        COLUMNS.forEach((field, column) -> facets.add(new Facet(field, buckets(filter, field, column))));
        return facets;
    }

    private List<Bucket> buckets(Filter filter, String field, String column) {
        String from;
        PublishedCondition condition;
        if (PublishedCondition.isCountable(filter)) {
            condition = PublishedCondition.of(filter, terms.within(filter.section()), "year", field);
            from = "select " + column + "::text as value, items from " + CELLS + " where " + condition.sql();
        } else {
            condition = PublishedCondition.ofItems(filter, terms.within(filter.section()), field);
            String itemColumn = column.equals("year") ? "document_year" : column;
            from = "select " + itemColumn + "::text as value, 1 as items from publication.item where " + condition.sql()
                    + " limit " + CAP;
        }
        var rows = jdbc.sql("select value, sum(items) as items from (" + from
                        + ") as counted group by value having sum(items) > 0 order by value")
                .params(condition.parameters())
                .query((row, n) -> new Bucket(row.getString("value"), "", row.getLong("items")))
                .list();
        return labelled(field, rows);
    }

    private List<Bucket> labelled(String field, List<Bucket> buckets) {
        return switch (field) {
            case "topic" -> terms.ordered(buckets, terms.topics());
            case "type" -> terms.ordered(buckets, terms.types());
            case "validity" ->
                buckets.stream()
                        .map(b -> new Bucket(
                                b.value(), Validity.valueOf(b.value()).label(), b.count()))
                        .sorted((a, b) -> Validity.valueOf(a.value()).compareTo(Validity.valueOf(b.value())))
                        .toList();
            case "year" ->
                buckets.reversed().stream()
                        .map(b -> new Bucket(b.value(), b.value() + "年", b.count()))
                        .toList();
            case "unit" ->
                buckets.stream()
                        .map(b -> new Bucket(b.value(), unitName(b.value()), b.count()))
                        .toList();
            default -> throw new IllegalArgumentException(field);
        };
    }

    private String unitName(String unitId) {
        return organization.findUnit(Long.parseLong(unitId)).map(Unit::name).orElse("单位 " + unitId);
    }

    Map<String, Long> countBySection() {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql("select section, sum(items) as items from " + CELLS + " group by section")
                .query(row -> {
                    counts.put(row.getString("section"), row.getLong("items"));
                });
        return counts;
    }

    /** One node at a time folds the deltas; a reader sees each item once, before, between and after. */
    @Scheduled(fixedDelayString = "${guanwu.publication.fold-counts-every:PT10S}")
    @Transactional
    public void fold() {
        if (!jdbc.sql("select pg_try_advisory_xact_lock(hashtext('publication.facet_count'))")
                .query(Boolean.class)
                .single()) {
            return;
        }
        jdbc.sql("""
                with gone as (delete from publication.facet_count_delta returning *)
                insert into publication.facet_count as cell
                select section, unit_id, topic, type, year, validity, sum(items) from gone
                group by section, unit_id, topic, type, year, validity having sum(items) <> 0
                on conflict (section, unit_id, topic, type, year, validity)
                do update set items = cell.items + excluded.items
                """).update();
    }
}
