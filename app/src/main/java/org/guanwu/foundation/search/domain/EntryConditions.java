package org.guanwu.foundation.search.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guanwu.foundation.search.Search.Query;
import org.guanwu.foundation.search.domain.TypedQuery.Term;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/**
 * A query as predicates, in tiers: the order of the reasons is the order of the hits.
 *
 * <pre>
 * 文号一致 ≫ 文号开头一致 ≫ 标题含短语 ≫ 标题含全部词 ≫ 文号含词 ≫ 正文含短语 ≫ 各处合起来含全部词
 * </pre>
 *
 * In each tier current entries stand before lapsed ones, and within that the engine's own score decides. One sum of
 * boosts could say the same, but would have to look at every hit of a common word; a tier by itself lets the engine skip
 * whatever cannot reach the page, so that the time does not grow with the number of hits.
 *
 * @param isRelaxed one of the words is enough
 */
record EntryConditions(Query query, TypedQuery typed, boolean isRelaxed) {

    private static final String[] TEXT = {"title", "numberText", "body"};
    private static final String LAPSED = "REPEALED";
    private static final int PARTS_THAT_MUST_MATCH = 70;

    /** what belongs together in the order of hits */
    interface Tier {
        PredicateFinalStep in(SearchPredicateFactory f);
    }

    List<Tier> tiers() {
        var tiers = new ArrayList<Tier>();
        typed.findCatalogueNumber()
                .ifPresent(number ->
                        tiers.add(f -> f.match().field("catalogueNumber").matching(number)));
        typed.findNumber().ifPresent(number -> {
            if (number.isComplete()) {
                tiers.add(f -> sameNumber(f, number));
            }
            tiers.add(f -> numberBeginning(f, number));
        });
        if (typed.terms().isEmpty()) {
            return tiers;
        }
        if (isRelaxed) {
            tiers.add(f -> anyTerm(f, "title"));
            tiers.add(f -> anyTerm(f, TEXT));
            return tiers;
        }
        tiers.add(f -> together(f, "title"));
        if (typed.terms().stream().anyMatch(term -> !term.isTogether())) {
            tiers.add(this::apartInTitle);
        }
        tiers.add(f -> together(f, "numberText"));
        tiers.add(f -> together(f, "body"));
        typed.findNumber()
                .filter(WrittenNumber::isComplete)
                .ifPresent(number -> tiers.add(f -> phrase(f, number.written(), "title", "body")));
        tiers.add(this::words);
        return tiers;
    }

    /** @param former tiers that have been shown already */
    PredicateFinalStep inTier(SearchPredicateFactory f, Tier tier, List<Tier> former, boolean isLapsed) {
        var all = f.bool();
        filter(f, all, "");
        all.must(tier.in(f));
        former.forEach(shown -> all.mustNot(shown.in(f)));
        if (isLapsed) {
            all.filter(f.match().field("validity").matching(LAPSED));
        } else {
            all.mustNot(f.match().field("validity").matching(LAPSED));
        }
        return all;
    }

    PredicateFinalStep matching(SearchPredicateFactory f) {
        return counted(f, "", "");
    }

    /** without score; {@code but} names the facet whose own choice does not narrow it */
    PredicateFinalStep counted(SearchPredicateFactory f, String but, String sample) {
        var all = f.bool();
        filter(f, all, but);
        if (!sample.isEmpty()) {
            all.filter(f.match().field("samples").matching(sample));
        }
        if (!typed.isEmpty()) {
            all.filter(anyTier(f));
        }
        return all;
    }

    private void filter(SearchPredicateFactory f, BooleanPredicateClausesStep<?, ?> all, String but) {
        all.filter(f.terms().field("readerTokens").matchingAny(query.readers()));
        any(f, all, "kind", query.kinds());
        if (!"unit".equals(but)) {
            any(f, all, "unitId", query.unitIds());
        }
        if (!"topic".equals(but)) {
            any(f, all, "topic", query.topics());
        }
        if (!"type".equals(but)) {
            any(f, all, "type", query.types());
        }
        if (!"year".equals(but)) {
            any(f, all, "year", query.years());
        }
        if (!"validity".equals(but)) {
            any(f, all, "validity", query.validities());
        }
        if (query.from() != null) {
            all.filter(f.range().field("dated").atLeast(query.from()));
        }
        if (query.to() != null) {
            all.filter(f.range().field("dated").atMost(query.to()));
        }
    }

    private static void any(
            SearchPredicateFactory f, BooleanPredicateClausesStep<?, ?> all, String field, Set<?> chosen) {
        if (!chosen.isEmpty()) {
            all.filter(f.terms().field(field).matchingAny(chosen));
        }
    }

    /** the union of all tiers; {@link #words} holds those of text */
    private PredicateFinalStep anyTier(SearchPredicateFactory f) {
        var either = f.or();
        typed.findCatalogueNumber()
                .ifPresent(
                        number -> either.add(f.match().field("catalogueNumber").matching(number)));
        typed.findNumber().ifPresent(number -> {
            either.add(numberBeginning(f, number));
            if (number.isComplete()) {
                either.add(sameNumber(f, number));
                either.add(phrase(f, number.written(), "title", "body"));
            }
        });
        if (!typed.terms().isEmpty()) {
            either.add(isRelaxed ? anyTerm(f, TEXT) : words(f));
        }
        return either;
    }

    private static PredicateFinalStep sameNumber(SearchPredicateFactory f, WrittenNumber number) {
        var either = f.or();
        either.add(f.match().field("numberKeys").matching(number.key()));
        if (!number.endings().isEmpty()) {
            either.add(f.terms().field("numberKey").matchingAny(number.endings()));
        }
        return either;
    }

    private static PredicateFinalStep numberBeginning(SearchPredicateFactory f, WrittenNumber number) {
        var either = f.or();
        either.add(f.wildcard().field("numberKey").matching(number.key() + "*"));
        either.add(f.match().field("numberKeys").matching(number.key()));
        return either;
    }

    private PredicateFinalStep words(SearchPredicateFactory f) {
        var every = f.and();
        typed.terms().forEach(term -> every.add(in(f, term, TEXT)));
        return every;
    }

    private PredicateFinalStep anyTerm(SearchPredicateFactory f, String... fields) {
        var any = f.or();
        typed.terms().forEach(term -> any.add(in(f, term, fields)));
        return any;
    }

    private static PredicateFinalStep in(SearchPredicateFactory f, Term term, String... fields) {
        if (term.isTogether()) {
            return phrase(f, term.text(), fields);
        }
        var either = f.or();
        for (String field : fields) {
            either.add(f.match().field(field).matching(term.text()).minimumShouldMatchPercent(PARTS_THAT_MUST_MATCH));
        }
        return either;
    }

    private static PredicateFinalStep phrase(SearchPredicateFactory f, String text, String... fields) {
        return f.phrase().fields(fields).matching(text).slop(TypedQuery.slop(text));
    }

    private PredicateFinalStep together(SearchPredicateFactory f, String field) {
        var every = f.and();
        typed.terms().forEach(term -> every.add(phrase(f, term.text(), field)));
        return every;
    }

    private PredicateFinalStep apartInTitle(SearchPredicateFactory f) {
        var every = f.and();
        typed.terms()
                .forEach(term -> every.add(
                        term.isTogether()
                                ? phrase(f, term.text(), "title")
                                : f.match().field("title").matching(term.text()).minimumShouldMatchPercent(100)));
        return every;
    }
}
