package org.guanwu.openness.publication.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guanwu.openness.publication.PublishedItems.Filter;
import org.guanwu.openness.publication.Validity;

/**
 * A filter as an SQL condition over the columns {@code section, unit_id, topic, type, validity}, a year column and,
 * where it has one, {@code published_on}. The same condition serves the items and the counters. Sections come resolved,
 * as constants, so that the planner knows how many items stand in them.
 */
record PublishedCondition(String sql, Map<String, Object> parameters) {

    static PublishedCondition of(Filter filter, List<String> sections, String yearColumn, String except) {
        List<String> parts = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        if (filter.section() != null) {
            parts.add("section in (:sections)");
            parameters.put("sections", sections.isEmpty() ? List.of("") : sections);
        }
        if (!filter.unitIds().isEmpty() && !except.equals("unit")) {
            parts.add("unit_id in (:units)");
            parameters.put("units", filter.unitIds());
        }
        if (!filter.topics().isEmpty() && !except.equals("topic")) {
            parts.add("topic in (:topics)");
            parameters.put("topics", filter.topics());
        }
        if (!filter.types().isEmpty() && !except.equals("type")) {
            parts.add("type in (:types)");
            parameters.put("types", filter.types());
        }
        if (!filter.years().isEmpty() && !except.equals("year")) {
            parts.add(yearColumn + " in (:years)");
            parameters.put("years", filter.years());
        }
        if (!filter.validities().isEmpty() && !except.equals("validity")) {
            parts.add("validity in (:validities)");
            parameters.put(
                    "validities",
                    filter.validities().stream().map(Validity::name).toList());
        }
        return new PublishedCondition(parts.isEmpty() ? "true" : String.join(" and ", parts), parameters);
    }

    static PublishedCondition ofItems(Filter filter, List<String> sections, String except) {
        PublishedCondition base = of(filter, sections, "document_year", except);
        List<String> parts = new ArrayList<>(List.of("status = 'PUBLISHED'", base.sql));
        Map<String, Object> parameters = new HashMap<>(base.parameters);
        if (filter.from() != null) {
            parts.add("published_on >= :from");
            parameters.put("from", filter.from());
        }
        if (filter.to() != null) {
            parts.add("published_on <= :to");
            parameters.put("to", filter.to());
        }
        return new PublishedCondition(String.join(" and ", parts), parameters);
    }

    static boolean isCountable(Filter filter) {
        return filter.from() == null && filter.to() == null;
    }
}
