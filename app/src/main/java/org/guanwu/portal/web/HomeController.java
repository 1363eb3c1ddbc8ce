package org.guanwu.portal.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guanwu.foundation.identity.Anyone;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.openness.publication.PublishedItems;
import org.guanwu.openness.publication.PublishedItems.Filter;
import org.guanwu.openness.publication.Validity;
import org.guanwu.portal.domain.PortalSections;
import org.guanwu.portal.web.HomePage.Branch;
import org.guanwu.portal.web.HomePage.Figure;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomeController {

    private static final int NEWEST = 5;
    private static final int EXPLANATIONS = 3;

    private final PublishedItems items;
    private final PortalSections sections;
    private final Clock clock;

    HomeController(PublishedItems items, PortalSections sections, Clock clock) {
        this.items = items;
        this.sections = sections;
        this.clock = clock;
    }

    @Anyone
    @GetMapping("/")
    String home(Model model) {
        long total = items.count(Filter.ALL);
        boolean hasExplanations = sections.find("explanations").isPresent();
        model.addAttribute(
                "page",
                new HomePage(
                        total,
                        figures(total),
                        items.list(Filter.ALL, null, NEWEST).rows(),
                        hasExplanations
                                ? items.list(inSection("explanations"), null, EXPLANATIONS)
                                        .rows()
                                : List.of(),
                        branches()));
        return "portal/home";
    }

    private List<Figure> figures(long total) {
        if (total == 0) {
            return List.of();
        }
        int year = ChinaTime.dateOf(clock.instant()).getYear();
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("home.figure.total", total, "/documents"));
        figures.add(figure("home.figure.in-force", ofValidity(Validity.IN_FORCE), "validity=IN_FORCE"));
        figures.add(figure(
                "home.figure.year",
                new Filter(null, Set.of(), Set.of(), Set.of(), Set.of(year), Set.of(), null, null),
                "year=" + year));
        figures.add(figure("home.figure.repealed", ofValidity(Validity.REPEALED), "validity=REPEALED"));
        // a zero tells nothing that the other figures do not
        return figures.stream().filter(figure -> figure.count() > 0).toList();
    }

    private Figure figure(String labelKey, Filter filter, String query) {
        return new Figure(labelKey, items.count(filter), "/documents?" + query);
    }

    private List<Branch> branches() {
        return sections.listTop().stream()
                .map(top -> new Branch(top, sections.listBelow(top.code())))
                .toList();
    }

    static Filter inSection(String code) {
        return new Filter(code, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null);
    }

    private static Filter ofValidity(Validity validity) {
        return new Filter(null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(validity), null, null);
    }
}
