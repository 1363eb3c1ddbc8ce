package org.guanwu.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.guanwu.foundation.identity.Anyone;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.openness.publication.PublishedItems;
import org.guanwu.openness.publication.PublishedItems.Changed;
import org.guanwu.portal.domain.PortalSections;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** For search engines: every published document in parts of ten thousand (the protocol allows fifty). */
@Controller
class SiteMapController {

    private static final int PART = 10_000;
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final MediaType XML = new MediaType("application", "xml", StandardCharsets.UTF_8);
    private static final String SCHEMA = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

    private final PublishedItems items;
    private final PortalSections sections;
    private final PortalFrames frames;
    private final Clock clock;
    private final AtomicReference<Parts> parts = new AtomicReference<>(new Parts(Instant.EPOCH, List.of()));

    /** @param starts the id behind which each part begins */
    private record Parts(Instant at, List<Long> starts) {}

    SiteMapController(PublishedItems items, PortalSections sections, PortalFrames frames, Clock clock) {
        this.items = items;
        this.sections = sections;
        this.frames = frames;
        this.clock = clock;
    }

    @Anyone
    @GetMapping("/robots.txt")
    ResponseEntity<String> robots(HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .body("User-agent: *\nDisallow: /office\nDisallow: /search\nDisallow: /api/\n\nSitemap: "
                        + frames.origin(request) + "/sitemap.xml\n");
    }

    @Anyone
    @GetMapping("/sitemap.xml")
    ResponseEntity<byte[]> index(HttpServletRequest request) {
        String origin = frames.origin(request);
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex " + SCHEMA + ">\n");
        xml.append("<sitemap><loc>").append(XmlText.of(origin)).append("/sitemaps/pages.xml</loc></sitemap>\n");
        for (long start : starts()) {
            xml.append("<sitemap><loc>")
                    .append(XmlText.of(origin))
                    .append("/sitemaps/")
                    .append(start);
            xml.append(".xml</loc></sitemap>\n");
        }
        return answer(xml.append("</sitemapindex>\n"));
    }

    @Anyone
    @GetMapping("/sitemaps/pages.xml")
    ResponseEntity<byte[]> pages(HttpServletRequest request) {
        String origin = frames.origin(request);
        var xml = opened();
        for (String path : List.of("/", "/documents", "/working-days", "/feeds", "/open-data", "/accessibility")) {
            xml.append("<url><loc>").append(XmlText.of(origin + path)).append("</loc></url>\n");
        }
        sections.list().forEach(s -> xml.append("<url><loc>")
                .append(XmlText.of(origin + "/sections/" + s.code()))
                .append("</loc></url>\n"));
        return answer(xml.append("</urlset>\n"));
    }

    @Anyone
    @GetMapping("/sitemaps/{start:[0-9]{1,18}}.xml")
    ResponseEntity<byte[]> part(@PathVariable long start, HttpServletRequest request) {
        String origin = frames.origin(request);
        var xml = opened();
        for (Changed changed : items.listChanged(start, PART)) {
            xml.append("<url><loc>").append(XmlText.of(origin + "/documents/" + changed.catalogueNumber()));
            xml.append("</loc><lastmod>")
                    .append(ChinaTime.dateOf(changed.changedAt()))
                    .append("</lastmod></url>\n");
        }
        return answer(xml.append("</urlset>\n"));
    }

    @Anyone
    @GetMapping("/site-map")
    String siteMap(Model model) {
        model.addAttribute(
                "branches",
                sections.listTop().stream()
                        .map(top -> new HomePage.Branch(top, sections.listBelow(top.code())))
                        .toList());
        return "portal/site-map";
    }

    private List<Long> starts() {
        Parts known = parts.get();
        Instant now = clock.instant();
        if (known.at().plus(KEPT).isAfter(now)) {
            return known.starts();
        }
        var starts = new ArrayList<Long>();
        long after = 0;
        List<Changed> part = items.listChanged(after, PART);
        while (!part.isEmpty()) {
            starts.add(after);
            after = part.getLast().id();
            part = part.size() < PART ? List.of() : items.listChanged(after, PART);
        }
        parts.set(new Parts(now, List.copyOf(starts)));
        return starts;
    }

    private static StringBuilder opened() {
        return new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset " + SCHEMA + ">\n");
    }

    private static ResponseEntity<byte[]> answer(StringBuilder xml) {
        return ResponseEntity.ok().contentType(XML).body(xml.toString().getBytes(StandardCharsets.UTF_8));
    }
}
