package org.guanwu.foundation.search.domain;

import java.util.Set;
import org.guanwu.foundation.search.Search.Query;
import org.guanwu.foundation.search.domain.TypedQuery.Term;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;

/**
 * A query as predicates. What may be found and what is preferred are two things: the first is a filter without score,
 * rights among it; the second is a sum of constants, each larger than all below it together, so that the order of the
 * reasons is the order of the hits:
 *
 * <pre>
 * 文号一致 ≫ 文号开头一致 ≫ 标题含短语 ≫ 标题含全部词 ≫ 正文含短语 ≫ 现行文件在前 ≫ 词的多少 (BM25)
 * </pre>
 *
 * @param isRelaxed one of the words is enough
 */
record EntryConditions(Query query, TypedQuery typed, boolean isRelaxed) {

    private static final String[] TEXT = {"title", "numberText", "body"};
    private static final float NUMBER = 64_000;
    private static final float NUMBER_BEGINNING = 32_000;
    private static final float TITLE_PHRASE = 16_000;
    private static final float TITLE_WORDS = 8_000;
    private static final float BODY_PHRASE = 4_000;
    private static final float IN_FORCE = 2_000;
    private static final int PARTS_THAT_MUST_MATCH = 70;

    PredicateFinalStep scored(SearchPredicateFactory f) {
        var all = f.bool();
        filter(f, all, "");
        if (!typed.isEmpty()) {
            all.must(matching(f));
            prefer(f, all);
        }
        return all;
    }

    /** without score, for counting; {@code but} names the facet whose own choice does not narrow it */
    PredicateFinalStep counted(SearchPredicateFactory f, String but, String sample) {
        var all = f.bool();
        filter(f, all, but);
        if (!sample.isEmpty()) {
            all.filter(f.match().field("samples").matching(sample));
        }
        if (!typed.isEmpty()) {
            all.filter(matching(f));
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

    private PredicateFinalStep matching(SearchPredicateFactory f) {
        var either = f.or();
        typed.findNumber().ifPresent(number -> {
            either.add(f.match().field("numberKeys").matching(number.key()));
            if (number.isComplete()) {
                either.add(f.terms()
                        .field("numberKey")
                        .matchingAny(number.endings().isEmpty() ? Set.of(number.key()) : number.endings()));
                either.add(f.wildcard().field("numberKey").matching(number.key() + "*"));
            }
            // a text that cites the number, with whatever brackets
            either.add(phrase(f, number.written(), "title", "body"));
        });
        typed.findCatalogueNumber()
                .ifPresent(
                        number -> either.add(f.match().field("catalogueNumber").matching(number)));
        if (!typed.terms().isEmpty()) {
            either.add(words(f));
        }
        return either;
    }

    private PredicateFinalStep words(SearchPredicateFactory f) {
        if (isRelaxed) {
            var any = f.or();
            typed.terms().forEach(term -> any.add(in(f, term, TEXT)));
            return any;
        }
        var every = f.and();
        typed.terms().forEach(term -> every.add(in(f, term, TEXT)));
        return every;
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

    private void prefer(SearchPredicateFactory f, BooleanPredicateClausesStep<?, ?> all) {
        typed.findNumber().ifPresent(number -> {
            if (number.isComplete()) {
                all.should(f.match()
                        .field("numberKeys")
                        .matching(number.key())
                        .constantScore()
                        .boost(NUMBER));
            }
            all.should(f.wildcard()
                    .field("numberKey")
                    .matching(number.key() + "*")
                    .constantScore()
                    .boost(NUMBER_BEGINNING));
        });
        if (!typed.terms().isEmpty()) {
            all.should(together(f, "title").constantScore().boost(TITLE_PHRASE));
            all.should(apart(f).constantScore().boost(TITLE_WORDS));
            all.should(together(f, "body").constantScore().boost(BODY_PHRASE));
        }
        all.should(f.terms()
                .field("validity")
                .matchingAny("IN_FORCE", "PARTLY_IN_FORCE", "NOT_YET_IN_FORCE")
                .constantScore()
                .boost(IN_FORCE));
    }

    private BooleanPredicateClausesStep<?, ?> together(SearchPredicateFactory f, String field) {
        var every = f.bool();
        typed.terms().forEach(term -> every.filter(phrase(f, term.text(), field)));
        return every;
    }

    private BooleanPredicateClausesStep<?, ?> apart(SearchPredicateFactory f) {
        var every = f.bool();
        typed.terms()
                .forEach(term -> every.filter(
                        f.match().field("title").matching(term.text()).minimumShouldMatchPercent(100)));
        return every;
    }
}
