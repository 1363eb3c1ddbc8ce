package org.guanwu.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guanwu.foundation.identity.Anyone;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.Page;
import org.guanwu.openness.publication.PublishedItems;
import org.guanwu.openness.publication.PublishedItems.Facet;
import org.guanwu.openness.publication.PublishedItems.Filter;
import org.guanwu.openness.publication.PublishedItems.Section;
import org.guanwu.openness.publication.PublishedItems.Summary;
import org.guanwu.portal.domain.CatalogueLabels;
import org.guanwu.portal.domain.PortalSections;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class DocumentListController {

    private static final int ROWS = 20;

    private final PublishedItems items;
    private final PortalSections sections;
    private final CatalogueLabels labels;

    DocumentListController(PublishedItems items, PortalSections sections, CatalogueLabels labels) {
        this.items = items;
        this.sections = sections;
        this.labels = labels;
    }

    @Anyone
    @GetMapping("/documents")
    String all(HttpServletRequest request, Model model) {
        model.addAttribute("page", page(request, null, "/documents"));
        return "portal/documents";
    }

    @Anyone
    @GetMapping("/sections/{code}")
    String section(@PathVariable String code, HttpServletRequest request, Model model) {
        Section section = sections.find(code).orElseThrow(() -> new NotFound("section " + code));
        model.addAttribute("page", page(request, section, "/sections/" + code));
        return "portal/documents";
    }

    private DocumentListPage page(HttpServletRequest request, @Nullable Section section, String path) {
        var choices = Choices.of(request);
        Filter filter = choices.filter(section == null ? null : section.code());
        Page<Summary> rows = rows(filter, request.getParameter("cursor"));
        boolean isFirst = rows.previous() == null;
        int number = isFirst ? 1 : Choices.number(request, "page", 2, 2, 100_000);
        List<FacetGroup> groups = groups(items.facets(filter), choices);
        return new DocumentListPage(
                section,
                section == null ? List.of() : sections.listBelow(section.code()),
                path,
                items.count(filter),
                (number - 1L) * ROWS + 1,
                rows.rows(),
                groups.stream().filter(FacetGroup::isUseful).toList(),
                FacetGroup.chosen(
                        choices, path, Map.of(), (facet, value) -> FacetGroup.label(groups, facet, value, labels)),
                url(path, choices, rows.previous(), number - 1),
                url(path, choices, rows.next(), number + 1),
                "/documents.csv" + choices.query(section == null ? Map.of() : Map.of("section", section.code())));
    }

    /** a cursor that is none, or of another list, leads to the first page */
    private Page<Summary> rows(Filter filter, @Nullable String cursor) {
        try {
            return items.list(filter, cursor == null || cursor.isBlank() ? null : cursor, ROWS);
        } catch (InvalidInput foreignCursor) {
            return items.list(filter, null, ROWS);
        }
    }

    private static @Nullable String url(String path, Choices choices, @Nullable String cursor, int number) {
        if (cursor == null) {
            return null;
        }
        var position = new LinkedHashMap<String, String>();
        position.put("cursor", cursor);
        position.put("page", String.valueOf(number));
        return path + choices.query(position);
    }

    private static List<FacetGroup> groups(List<Facet> facets, Choices choices) {
        return facets.stream()
                .map(facet -> new FacetGroup(
                        facet.field(),
                        facet.buckets().stream()
                                .map(b -> new FacetGroup.Choice(
                                        b.value(),
                                        b.label(),
                                        b.count(),
                                        choices.of(facet.field()).contains(b.value())))
                                .toList()))
                .toList();
    }
}
