package org.guanwu.portal.web;

import java.util.List;
import org.guanwu.foundation.search.Search.Hit;
import org.jspecify.annotations.Nullable;

/**
 * @param searched what was looked for when it is not what was typed (traditional characters), else null
 * @param isAvailable false when the search is out of order: the page says what still works
 */
public record SearchPage(
        String q,
        @Nullable String searched,
        boolean isAsked,
        boolean isAvailable,
        long total,
        boolean isEstimate,
        boolean isRelaxed,
        String seconds,
        List<Hit> hits,
        List<FacetGroup> facets,
        List<FacetGroup.Chosen> chosen,
        String order,
        String relevanceUrl,
        String newestUrl,
        String withoutChoicesUrl,
        List<PageLink> pages,
        @Nullable String previousUrl,
        @Nullable String nextUrl,
        boolean isLastPossiblePage) {

    /** @param url empty for the page itself and for a gap */
    public record PageLink(String label, String url, boolean isCurrent) {}

    public int chosenCount() {
        return chosen.size();
    }
}
