package org.guanwu.foundation.search.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.guanwu.foundation.search.Search.Bucket;
import org.guanwu.foundation.search.Search.Facet;
import org.guanwu.foundation.search.Search.Result;
import org.jspecify.annotations.Nullable;

/**
 * @param result null before anything was asked, and when the search is out of order
 * @param kind empty for all
 */
public record OfficeSearchPage(
        String q,
        String kind,
        String year,
        String unit,
        boolean isNewest,
        boolean isAsked,
        @Nullable Result result,
        @Nullable String previousUrl,
        @Nullable String nextUrl,
        int page) {

    public static final List<String> KINDS = List.of("OFFICE_DOCUMENT", "PUBLICATION");

    public static String kindLabel(String kind) {
        return switch (kind) {
            case "PUBLICATION" -> "公开信息";
            case "OFFICE_DOCUMENT", "OUTGOING_DOCUMENT" -> "公文";
            default -> kind;
        };
    }

    public List<Bucket> buckets(String field) {
        return result == null
                ? List.of()
                : result.facets().stream()
                        .filter(f -> f.field().equals(field))
                        .map(Facet::buckets)
                        .findFirst()
                        .orElse(List.of());
    }

    public String clearUrl() {
        return "/office/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
    }

    public boolean isFiltered() {
        return !kind.isEmpty() || !year.isEmpty() || !unit.isEmpty();
    }
}
