package org.guanwu.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.guanwu.foundation.identity.Anyone;
import org.guanwu.foundation.search.Search;
import org.guanwu.foundation.search.Search.Order;
import org.guanwu.foundation.search.Search.Query;
import org.guanwu.foundation.search.Search.Result;
import org.guanwu.foundation.search.SearchEntry;
import org.guanwu.foundation.search.SearchUnavailable;
import org.guanwu.portal.domain.CatalogueLabels;
import org.guanwu.portal.domain.TraditionalScript;
import org.guanwu.portal.web.SearchPage.PageLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
class SearchController {

    private static final Logger LOG = LoggerFactory.getLogger(SearchController.class);
    private static final int ROWS = 10;
    private static final int LONGEST = 200;
    private static final Result NOTHING = new Result(0, false, false, List.of(), List.of(), 0);

    private final Search search;
    private final CatalogueLabels labels;
    private final TraditionalScript script;

    SearchController(Search search, CatalogueLabels labels, TraditionalScript script) {
        this.search = search;
        this.labels = labels;
        this.script = script;
    }

    @Anyone
    @GetMapping("/search")
    ModelAndView search(HttpServletRequest request) {
        String q = typed(request);
        var choices = Choices.of(request);
        int page = Choices.number(request, "page", 1, 1, Query.LAST_PAGE);
        boolean isNewest = "newest".equals(request.getParameter("order"));
        var view = new ModelAndView("portal/search");
        if (q.isEmpty() && choices.isEmpty()) {
            view.addObject("page", page(q, q, choices, isNewest, page, NOTHING, false, true));
            return view;
        }
        String searched = script.simplified(q);
        try {
            Result result =
                    search.search(query(searched, choices, isNewest ? Order.NEWEST : Order.RELEVANCE, page, ROWS));
            view.addObject("page", page(q, searched, choices, isNewest, page, result, true, true));
        } catch (SearchUnavailable outOfOrder) {
            LOG.error("Search is out of order", outOfOrder);
            view.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
            view.addObject("page", page(q, searched, choices, isNewest, page, NOTHING, true, false));
        }
        return view;
    }

    static String typed(HttpServletRequest request) {
        String q = request.getParameter("q");
        if (q == null) {
            return "";
        }
        String stripped = q.strip();
        return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
    }

    static Query query(String text, Choices choices, Order order, int page, int rows) {
        return new Query(
                text,
                Set.of(SearchEntry.PUBLIC),
                Set.of(),
                choices.units(),
                choices.of("topic"),
                choices.of("type"),
                choices.years(),
                choices.validities().stream().map(Enum::name).collect(Collectors.toSet()),
                choices.from(),
                choices.to(),
                order,
                (page - 1) * rows,
                rows);
    }

    private SearchPage page(
            String q,
            String searched,
            Choices choices,
            boolean isNewest,
            int page,
            Result result,
            boolean isAsked,
            boolean isAvailable) {
        var first = new LinkedHashMap<String, String>();
        first.put("q", q);
        String relevanceUrl = "/search" + choices.query(first);
        String withoutChoicesUrl = "/search" + new Choices(Map.of(), null, null).query(first);
        var newest = new LinkedHashMap<>(first);
        newest.put("order", "newest");
        var kept = isNewest ? newest : first;
        List<FacetGroup> groups = groups(result, choices);
        int last = (int) Math.min(Query.LAST_PAGE, (result.total() + ROWS - 1) / ROWS);
        return new SearchPage(
                q,
                searched.equals(q) ? null : searched,
                isAsked,
                isAvailable,
                result.total(),
                result.isEstimate(),
                result.isRelaxed(),
                String.format(Locale.ROOT, "%.2f", Math.max(0.01, result.tookMillis() / 1000.0)),
                result.hits(),
                groups.stream().filter(FacetGroup::isUseful).toList(),
                FacetGroup.chosen(
                        choices, "/search", kept, (facet, value) -> FacetGroup.label(groups, facet, value, labels)),
                isNewest ? "newest" : "",
                relevanceUrl,
                "/search" + choices.query(newest),
                withoutChoicesUrl,
                links(choices, kept, page, last),
                page > 1 ? url(choices, kept, page - 1) : null,
                page < last ? url(choices, kept, page + 1) : null,
                page == Query.LAST_PAGE);
    }

    private List<FacetGroup> groups(Result result, Choices choices) {
        var groups = new ArrayList<FacetGroup>();
        for (String field : Choices.FACETS) {
            result.facets().stream()
                    .filter(f -> f.field().equals(field))
                    .map(f -> new FacetGroup(
                            field,
                            f.buckets().stream()
                                    .map(b -> new FacetGroup.Choice(
                                            b.value(),
                                            labels.label(field, b.value(), b.label()),
                                            b.count(),
                                            choices.of(field).contains(b.value())))
                                    .toList()))
                    .forEach(groups::add);
        }
        return groups;
    }

    private static List<PageLink> links(Choices choices, Map<String, String> kept, int page, int last) {
        var links = new ArrayList<PageLink>();
        if (last < 2) {
            return links;
        }
        int shownUpTo = 0;
        for (int n = 1; n <= last; n++) {
            boolean isShown = n == 1 || n == last || Math.abs(n - page) <= 2;
            if (isShown) {
                if (n > shownUpTo + 1) {
                    links.add(new PageLink("…", "", false));
                }
                links.add(new PageLink(String.valueOf(n), n == page ? "" : url(choices, kept, n), n == page));
                shownUpTo = n;
            }
        }
        return links;
    }

    private static String url(Choices choices, Map<String, String> kept, int page) {
        var first = new LinkedHashMap<>(kept);
        if (page > 1) {
            first.put("page", String.valueOf(page));
        }
        return "/search" + choices.query(first);
    }
}
