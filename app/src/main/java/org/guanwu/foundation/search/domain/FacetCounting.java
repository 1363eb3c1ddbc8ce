package org.guanwu.foundation.search.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guanwu.foundation.search.Search.Bucket;
import org.guanwu.foundation.search.Search.Facet;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.springframework.stereotype.Component;

/**
 * How many of each kind. A facet in which something is chosen counts as if nothing were chosen in it, so that the other
 * values can still be added.
 */
@Component
class FacetCounting {

    private static final int MOST_VALUES = 12;
    private static final int ENOUGH_TO_ESTIMATE = 1_000;
    private static final Map<String, String> VALIDITIES =
            Map.of("IN_FORCE", "有效", "PARTLY_IN_FORCE", "部分失效", "NOT_YET_IN_FORCE", "尚未施行", "REPEALED", "废止或失效");
    private static final AggregationKey<Map<Long, Long>> UNIT = AggregationKey.of("unit");
    private static final AggregationKey<Map<String, Long>> TOPIC = AggregationKey.of("topic");
    private static final AggregationKey<Map<String, Long>> TYPE = AggregationKey.of("type");
    private static final AggregationKey<Map<Integer, Long>> YEAR = AggregationKey.of("year");
    private static final AggregationKey<Map<String, Long>> VALIDITY = AggregationKey.of("validity");

    static final Counted NOTHING = new Counted(0, false, List.of());

    private final UnitNames unitNames;
    private final SearchSettings settings;

    FacetCounting(UnitNames unitNames, SearchSettings settings) {
        this.unitNames = unitNames;
        this.settings = settings;
    }

    record Counted(long total, boolean isEstimate, List<Facet> facets) {}

    /** a look at one entry in sixty-four tells whether the rest is worth counting */
    Counted count(SearchSession session, EntryConditions conditions) {
        var sampled = counts(session, conditions, "", Samples.SIXTY_FOURTH);
        long inSample = sampled.total().hitCount();
        if (inSample * Samples.PER_SIXTY_FOURTH < settings.exactUpTo()) {
            var all = counts(session, conditions, "", "");
            return new Counted(all.total().hitCount(), false, facets(session, conditions, all, "", 1));
        }
        if (inSample >= ENOUGH_TO_ESTIMATE) {
            return estimated(session, conditions, sampled, Samples.SIXTY_FOURTH, Samples.PER_SIXTY_FOURTH);
        }
        var more = counts(session, conditions, "", Samples.EIGHTH);
        return estimated(session, conditions, more, Samples.EIGHTH, Samples.PER_EIGHTH);
    }

    private Counted estimated(
            SearchSession session, EntryConditions conditions, SearchResult<?> sampled, String sample, long factor) {
        return new Counted(
                rounded(sampled.total().hitCount() * factor),
                true,
                facets(session, conditions, sampled, sample, factor));
    }

    /** an estimate does not pretend to know its last digits */
    static long rounded(long estimate) {
        long step = 1;
        while (estimate / step >= 1_000) {
            step *= 10;
        }
        return (estimate + step / 2) / step * step;
    }

    private static long rounded(long count, long factor) {
        return factor == 1 ? count : rounded(count * factor);
    }

    private List<Facet> facets(
            SearchSession session, EntryConditions conditions, SearchResult<?> all, String sample, long factor) {
        var query = conditions.query();
        return List.of(
                new Facet(
                        "unit",
                        units(
                                of(session, conditions, all, "unit", query.unitIds(), sample)
                                        .aggregation(UNIT),
                                factor)),
                new Facet(
                        "topic",
                        texts(
                                of(session, conditions, all, "topic", query.topics(), sample)
                                        .aggregation(TOPIC),
                                factor)),
                new Facet(
                        "type",
                        texts(
                                of(session, conditions, all, "type", query.types(), sample)
                                        .aggregation(TYPE),
                                factor)),
                new Facet(
                        "year",
                        years(
                                of(session, conditions, all, "year", query.years(), sample)
                                        .aggregation(YEAR),
                                factor)),
                new Facet(
                        "validity",
                        texts(
                                of(session, conditions, all, "validity", query.validities(), sample)
                                        .aggregation(VALIDITY),
                                factor)));
    }

    private static SearchResult<?> of(
            SearchSession session,
            EntryConditions conditions,
            SearchResult<?> all,
            String facet,
            Set<?> chosen,
            String sample) {
        return chosen.isEmpty() ? all : counts(session, conditions, facet, sample);
    }

    private static SearchResult<?> counts(
            SearchSession session, EntryConditions conditions, String but, String sample) {
        return session.search(IndexedEntry.class)
                .select(f -> f.id(Long.class))
                .where(f -> conditions.counted(f, but, sample))
                .aggregation(UNIT, f -> f.terms().field("unitId", Long.class).maxTermCount(MOST_VALUES))
                .aggregation(TOPIC, f -> f.terms().field("topic", String.class).maxTermCount(MOST_VALUES))
                .aggregation(TYPE, f -> f.terms().field("type", String.class).maxTermCount(MOST_VALUES))
                .aggregation(YEAR, f -> f.terms().field("year", Integer.class).maxTermCount(MOST_VALUES))
                .aggregation(
                        VALIDITY, f -> f.terms().field("validity", String.class).maxTermCount(MOST_VALUES))
                .fetch(0);
    }

    private List<Bucket> units(Map<Long, Long> counts, long factor) {
        Map<Long, String> names = unitNames.of(counts.keySet());
        var buckets = new ArrayList<Bucket>();
        counts.forEach((unitId, count) -> buckets.add(
                new Bucket(unitId.toString(), names.getOrDefault(unitId, unitId.toString()), rounded(count, factor))));
        return List.copyOf(buckets);
    }

    /** topics and types are labelled by whoever owns their codes */
    private static List<Bucket> texts(Map<String, Long> counts, long factor) {
        var buckets = new ArrayList<Bucket>();
        counts.forEach((value, count) ->
                buckets.add(new Bucket(value, VALIDITIES.getOrDefault(value, value), rounded(count, factor))));
        return List.copyOf(buckets);
    }

    private static List<Bucket> years(Map<Integer, Long> counts, long factor) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
                .map(e -> new Bucket(e.getKey().toString(), e.getKey() + "年", rounded(e.getValue(), factor)))
                .toList();
    }
}
