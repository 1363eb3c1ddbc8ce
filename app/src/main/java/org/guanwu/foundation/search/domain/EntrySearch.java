package org.guanwu.foundation.search.domain;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guanwu.foundation.search.Search;
import org.guanwu.foundation.search.SearchEntry;
import org.guanwu.foundation.search.SearchUnavailable;
import org.guanwu.foundation.search.domain.EntryConditions.Tier;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.hibernate.search.util.common.SearchException;
import org.springframework.stereotype.Service;

/** One search: what was meant, the hits in order, how many and of what kind, and why each was found. */
@Service
class EntrySearch implements Search {

    private static final int MOST_PER_PAGE = 50;

    private final EntityManagerFactory factory;
    private final EntryRepository entries;
    private final FacetCounting facets;

    EntrySearch(EntityManagerFactory factory, EntryRepository entries, FacetCounting facets) {
        this.factory = factory;
        this.entries = entries;
        this.facets = facets;
    }

    /** @param isAny something was found, if not on this page then before it */
    private record Found(List<Long> ids, boolean isAny) {}

    @Override
    public Result search(Query query) {
        long began = System.nanoTime();
        var typed = TypedQuery.parse(query.text());
        if (query.readers().isEmpty() || typed.isEmpty() && !query.text().isBlank()) {
            return new Result(0, false, false, List.of(), List.of(), millisSince(began));
        }
        try (EntityManager manager = factory.createEntityManager()) {
            var session = org.hibernate.search.mapper.orm.Search.session(manager);
            var conditions = new EntryConditions(query, typed, false);
            Found found = find(session, conditions);
            if (!found.isAny() && typed.terms().size() > 1) {
                conditions = new EntryConditions(query, typed, true);
                found = find(session, conditions);
            }
            var counted = found.isAny() ? facets.count(session, conditions) : FacetCounting.NOTHING;
            return new Result(
                    counted.total(),
                    counted.isEstimate(),
                    conditions.isRelaxed(),
                    hits(found.ids(), query.readers(), typed),
                    counted.facets(),
                    millisSince(began));
        } catch (SearchException outOfOrder) {
            throw new SearchUnavailable(outOfOrder);
        }
    }

    private static Found find(SearchSession session, EntryConditions conditions) {
        var query = conditions.query();
        int limit = Math.clamp(query.limit(), 1, MOST_PER_PAGE);
        int offset = Math.clamp(query.offset(), 0, (Query.LAST_PAGE - 1) * limit);
        return query.order() == Order.NEWEST || conditions.typed().isEmpty()
                ? newest(session, conditions, offset, limit)
                : byTier(session, conditions, offset, limit);
    }

    private static Found newest(SearchSession session, EntryConditions conditions, int offset, int limit) {
        SearchResult<Long> page = session.search(IndexedEntry.class)
                .select(f -> f.id(Long.class))
                .where(conditions::matching)
                .sort(f -> f.composite(b -> {
                    b.add(f.field("publishedOn").desc().missing().last());
                    b.add(f.field("documentDate").desc().missing().last());
                }))
                .totalHitCountThreshold(offset + limit + 1L)
                .fetch(offset, limit);
        return new Found(page.hits(), page.total().hitCountLowerBound() > 0);
    }

    /** tier after tier until the page is full; a common word fills it from the first */
    private static Found byTier(SearchSession session, EntryConditions conditions, int offset, int limit) {
        var ids = new ArrayList<Long>();
        var shown = new ArrayList<Tier>();
        int toSkip = offset;
        boolean isAny = false;
        for (Tier tier : conditions.tiers()) {
            for (boolean isLapsed : new boolean[] {false, true}) {
                int wanted = limit - ids.size();
                SearchResult<Long> part = session.search(IndexedEntry.class)
                        .select(f -> f.id(Long.class))
                        .where(f -> conditions.inTier(f, tier, shown, isLapsed))
                        .totalHitCountThreshold(toSkip + wanted + 1L)
                        .fetch(toSkip, wanted);
                ids.addAll(part.hits());
                isAny |= part.total().hitCountLowerBound() > 0;
                if (ids.size() == limit) {
                    return new Found(ids, true);
                }
                // fewer came than were asked for, so the count is exact
                toSkip = Math.max(0, toSkip - (int) part.total().hitCountLowerBound());
            }
            shown.add(tier);
        }
        return new Found(ids, isAny);
    }

    private List<Hit> hits(List<Long> ids, Set<String> readers, TypedQuery typed) {
        Map<Long, SearchEntry> rows = entries.find(ids, readers);
        var marking = new Marking(typed);
        var hits = new ArrayList<Hit>();
        for (Long id : ids) {
            SearchEntry entry = rows.get(id);
            if (entry != null) {
                hits.add(new Hit(
                        entry,
                        marking.title(entry.title()),
                        marking.snippet(entry.body()),
                        HitReason.of(typed, entry)));
            }
        }
        return hits;
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }
}
