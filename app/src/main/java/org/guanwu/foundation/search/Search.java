package org.guanwu.foundation.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Full-text search with the reader's rights inside the query, never filtered afterwards. */
public interface Search {

    Result search(Query query);

    /** how results are ordered */
    enum Order {
        RELEVANCE,
        NEWEST
    }

    /**
     * @param text as typed; words, a phrase in quotes, a document number in any bracket form
     * @param readers tokens of the asking person; only entries that share one are found, counted or faceted
     * @param kinds empty: every kind
     */
    record Query(
            String text,
            Set<String> readers,
            Set<String> kinds,
            Set<Long> unitIds,
            Set<String> topics,
            Set<String> types,
            Set<Integer> years,
            Set<String> validities,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Order order,
            int offset,
            int limit) {

        /** pages end here: whoever has not found it by then needs another word, not another page */
        public static final int LAST_PAGE = 100;

        /** everything that these readers may find, without any condition */
        public static Query of(String text, Set<String> readers) {
            return new Query(
                    text,
                    readers,
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    null,
                    null,
                    Order.RELEVANCE,
                    0,
                    20);
        }
    }

    /**
     * @param isEstimate more were found than are worth counting: total and facets are estimated from a sample
     * @param isRelaxed nothing has all the words; these have some of them
     * @param tookMillis time for the whole search
     */
    record Result(
            long total, boolean isEstimate, boolean isRelaxed, List<Hit> hits, List<Facet> facets, long tookMillis) {}

    /**
     * @param titleHtml escaped, with {@code <mark>} around what matched
     * @param reason in words: 文号一致、标题含全部词、正文含短语
     */
    record Hit(SearchEntry entry, String titleHtml, String snippetHtml, String reason) {}

    /** @param field unit, topic, type, year, validity */
    record Facet(String field, List<Bucket> buckets) {}

    record Bucket(String value, String label, long count) {}
}
