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
    private final SearchSettings settings;

    EntrySearch(EntityManagerFactory factory, EntryRepository entries, FacetCounting facets, SearchSettings settings) {
        this.factory = factory;
        this.entries = entries;
        this.facets = facets;
        this.settings = settings;
    }

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
            SearchResult<Long> found = fetch(session, query, conditions);
            if (found.total().hitCountLowerBound() == 0 && typed.terms().size() > 1) {
                conditions = new EntryConditions(query, typed, true);
                found = fetch(session, query, conditions);
            }
            var counted = found.total().isHitCountExact() && found.total().hitCount() <= settings.exactUpTo()
                    ? facets.exact(session, conditions, found.total().hitCount())
                    : facets.estimated(session, conditions);
            return new Result(
                    counted.total(),
                    counted.isEstimate(),
                    conditions.isRelaxed(),
                    hits(found.hits(), query.readers(), typed),
                    counted.facets(),
                    millisSince(began));
        } catch (SearchException outOfOrder) {
            throw new SearchUnavailable(outOfOrder);
        }
    }

    private SearchResult<Long> fetch(SearchSession session, Query query, EntryConditions conditions) {
        int limit = Math.clamp(query.limit(), 1, MOST_PER_PAGE);
        int offset = Math.clamp(query.offset(), 0, (Query.LAST_PAGE - 1) * limit);
        boolean isByDate = query.order() == Order.NEWEST || query.text().isBlank();
        return session.search(IndexedEntry.class)
                .select(f -> f.id(Long.class))
                .where(f -> conditions.scored(f))
                .sort(f -> isByDate
                        ? f.composite(b -> {
                            b.add(f.field("publishedOn").desc().missing().last());
                            b.add(f.field("documentDate").desc().missing().last());
                        })
                        : f.score())
                .totalHitCountThreshold(settings.exactUpTo())
                .fetch(offset, limit);
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
