package org.guanwu.portal.web;

import java.util.List;
import org.guanwu.openness.publication.PublishedItems.Section;
import org.guanwu.openness.publication.PublishedItems.Summary;
import org.jspecify.annotations.Nullable;

/**
 * @param section null for the list of everything
 * @param path of the list, target of the filter form
 * @param from number of the first row shown, 1 on the first page
 */
public record DocumentListPage(
        @Nullable Section section,
        List<Section> below,
        String path,
        long total,
        long from,
        List<Summary> rows,
        List<FacetGroup> facets,
        List<FacetGroup.Chosen> chosen,
        @Nullable String previousUrl,
        @Nullable String nextUrl,
        String csvUrl) {

    public long to() {
        return from + rows.size() - 1;
    }

    /** one row or none needs no filter and no paging, unless a filter made it so */
    public boolean hasFacets() {
        return !facets.isEmpty() && (total > 1 || !chosen.isEmpty());
    }
}
