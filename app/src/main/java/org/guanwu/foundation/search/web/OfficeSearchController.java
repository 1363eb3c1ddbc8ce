package org.guanwu.foundation.search.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.identity.SignedIn;
import org.guanwu.foundation.search.Search;
import org.guanwu.foundation.search.Search.Order;
import org.guanwu.foundation.search.Search.Query;
import org.guanwu.foundation.search.Search.Result;
import org.guanwu.foundation.search.SearchEntry;
import org.guanwu.foundation.search.SearchUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 检索 in the workspace: what is public, what names this person, and what his units let him read. Nothing else counts. */
@Controller
class OfficeSearchController {

    private static final Logger LOG = LoggerFactory.getLogger(OfficeSearchController.class);
    private static final int ROWS = 20;

    private final Search search;

    OfficeSearchController(Search search) {
        this.search = search;
    }

    @SignedIn
    @GetMapping("/office/search")
    String search(Actor actor, HttpServletRequest request, Model model) {
        String q = text(request, "q", ".{1,200}");
        String kind = text(request, "kind", "[A-Z_]{1,40}");
        String year = text(request, "year", "[0-9]{4}");
        String unit = text(request, "unit", "[0-9]{1,18}");
        boolean isNewest = "newest".equals(request.getParameter("order"));
        String asked = text(request, "page", "[0-9]{1,3}");
        int page = Math.clamp(asked.isEmpty() ? 1 : Integer.parseInt(asked), 1, Query.LAST_PAGE);
        Result result = q.isEmpty() ? null : find(actor, q, kind, year, unit, isNewest, page);
        String base = "/office/search?q=" + encoded(q) + (kind.isEmpty() ? "" : "&kind=" + kind)
                + (year.isEmpty() ? "" : "&year=" + year) + (unit.isEmpty() ? "" : "&unit=" + unit)
                + (isNewest ? "&order=newest" : "") + "&page=";
        boolean hasMore = result != null && page < Query.LAST_PAGE && result.total() > (long) page * ROWS;
        model.addAttribute(
                "page",
                new OfficeSearchPage(
                        q,
                        kind,
                        year,
                        unit,
                        isNewest,
                        !q.isEmpty(),
                        result,
                        page > 1 ? base + (page - 1) : null,
                        hasMore ? base + (page + 1) : null,
                        page));
        return "search/office";
    }

    static Set<String> readers(Actor actor) {
        var readers = new HashSet<String>();
        readers.add(SearchEntry.PUBLIC);
        readers.add(SearchEntry.PERSON + actor.personId());
        actor.scope(Permission.DOCUMENT_READ).forEach(path -> readers.add(SearchEntry.UNIT + path));
        return readers;
    }

    private @Nullable Result find(
            Actor actor, String q, String kind, String year, String unit, boolean isNewest, int page) {
        try {
            return search.search(new Query(
                    q,
                    readers(actor),
                    kind.isEmpty() ? Set.of() : Set.of(kind),
                    unit.isEmpty() ? Set.of() : Set.of(Long.valueOf(unit)),
                    Set.of(),
                    Set.of(),
                    year.isEmpty() ? Set.of() : Set.of(Integer.valueOf(year)),
                    Set.of(),
                    null,
                    null,
                    isNewest ? Order.NEWEST : Order.RELEVANCE,
                    (page - 1) * ROWS,
                    ROWS));
        } catch (SearchUnavailable outOfOrder) {
            LOG.error("Search is out of order", outOfOrder);
            return null;
        }
    }

    private static String text(HttpServletRequest request, String name, String form) {
        String value = request.getParameter(name);
        return value != null && value.strip().matches(form) ? value.strip() : "";
    }

    private static String encoded(String q) {
        return URLEncoder.encode(q, StandardCharsets.UTF_8);
    }
}
