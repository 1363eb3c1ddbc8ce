package org.guanwu.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.guanwu.foundation.identity.Anyone;
import org.guanwu.foundation.search.Search;
import org.guanwu.foundation.search.Search.Order;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.openness.publication.PublishedItem;
import org.guanwu.openness.publication.PublishedItems;
import org.guanwu.portal.domain.TraditionalScript;
import org.guanwu.portal.web.PublicDocument.Listed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same public data for programs. Here a wrong parameter is said to be wrong, for a program cannot see it. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class PublicApiController {

    private static final Set<String> VALUES = Set.of("unit", "topic", "type", "year", "validity");

    private final PublishedItems items;
    private final Search search;
    private final TraditionalScript script;
    private final PortalFrames frames;

    PublicApiController(PublishedItems items, Search search, TraditionalScript script, PortalFrames frames) {
        this.items = items;
        this.search = search;
        this.script = script;
        this.frames = frames;
    }

    /** @param next cursor of the following page, null at the end */
    record DocumentList(
            long total,
            List<Listed> items,
            @Nullable String next,
            @Nullable String previous) {}

    record Found(
            long total,
            boolean isEstimate,
            boolean isRelaxed,
            List<FoundHit> hits,
            List<Search.Facet> facets,
            long tookMillis,
            @Nullable Integer nextPage) {}

    record FoundHit(
            String url,
            String title,
            @Nullable String documentNumber,
            @Nullable String catalogueNumber,
            String unitName,
            @Nullable String topic,
            @Nullable String type,
            @Nullable LocalDate documentDate,
            @Nullable LocalDate publishedOn,
            @Nullable String validity,
            String titleHtml,
            String snippetHtml,
            String reason) {}

    @Anyone
    @GetMapping("/documents")
    DocumentList documents(HttpServletRequest request) {
        var choices = strict(request);
        String section = request.getParameter("section");
        if (section != null && !section.matches("[a-z-]{1,40}")) {
            throw new InvalidInput("section", "栏目代码由小写字母和连字符组成。");
        }
        var filter = choices.filter(section);
        String cursor = request.getParameter("cursor");
        var page = items.list(filter, cursor == null || cursor.isEmpty() ? null : cursor, limit(request));
        String origin = frames.origin(request);
        return new DocumentList(
                items.count(filter),
                page.rows().stream().map(row -> Listed.of(row, origin)).toList(),
                page.next(),
                page.previous());
    }

    @Anyone
    @GetMapping("/documents/{authority}/{serial}")
    PublicDocument document(@PathVariable String authority, @PathVariable String serial, HttpServletRequest request) {
        PublishedItem item = items.find(authority + "/" + serial)
                .orElseThrow(() -> new NotFound("document " + authority + "/" + serial));
        return PublicDocument.of(item, frames.origin(request));
    }

    @Anyone
    @GetMapping("/search")
    Found search(HttpServletRequest request) {
        var choices = strict(request);
        int limit = limit(request);
        int page = number(request, "page", 1, Search.Query.LAST_PAGE, "页码从 1 到 100。");
        var order = "newest".equals(request.getParameter("order")) ? Order.NEWEST : Order.RELEVANCE;
        var result = search.search(SearchController.query(
                script.simplified(SearchController.typed(request)), choices, order, page, limit));
        String origin = frames.origin(request);
        return new Found(
                result.total(),
                result.isEstimate(),
                result.isRelaxed(),
                result.hits().stream().map(hit -> found(hit, origin)).toList(),
                result.facets(),
                result.tookMillis(),
                page < Search.Query.LAST_PAGE && (long) page * limit < result.total() ? page + 1 : null);
    }

    private static FoundHit found(Search.Hit hit, String origin) {
        var entry = hit.entry();
        return new FoundHit(
                origin + entry.url(),
                entry.title(),
                entry.number(),
                entry.catalogueNumber(),
                entry.unitName(),
                entry.topic(),
                entry.type(),
                entry.documentDate(),
                entry.publishedOn(),
                entry.validity(),
                hit.titleHtml(),
                hit.snippetHtml(),
                hit.reason());
    }

    private static Choices strict(HttpServletRequest request) {
        var choices = Choices.of(request);
        for (String name : VALUES) {
            String[] given = request.getParameterValues(name);
            if (given != null && !choices.of(name).containsAll(Set.copyOf(List.of(given)))) {
                throw new InvalidInput(name, "参数 " + name + " 的值不能识别，或者超过 20 个。");
            }
        }
        for (String name : List.of("from", "to")) {
            String given = request.getParameter(name);
            boolean isRead = "from".equals(name) ? choices.from() != null : choices.to() != null;
            if (given != null && !given.isEmpty() && !isRead) {
                throw new InvalidInput(name, "日期写作 2026-10-20。");
            }
        }
        return choices;
    }

    private static int limit(HttpServletRequest request) {
        return number(request, "limit", 20, 50, "每页 1 到 50 件。");
    }

    private static int number(HttpServletRequest request, String name, int standIn, int most, String message) {
        String given = request.getParameter(name);
        if (given == null || given.isEmpty()) {
            return standIn;
        }
        if (!given.matches("[0-9]{1,9}") || Integer.parseInt(given) < 1 || Integer.parseInt(given) > most) {
            throw new InvalidInput(name, message);
        }
        return Integer.parseInt(given);
    }
}
