package org.guanwu.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.guanwu.foundation.identity.Anyone;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.openness.publication.PublishedItems;
import org.guanwu.openness.publication.PublishedItems.Filter;
import org.guanwu.openness.publication.PublishedItems.Section;
import org.guanwu.openness.publication.PublishedItems.Summary;
import org.guanwu.portal.PortalSettings;
import org.guanwu.portal.domain.PortalSections;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Following without giving an address: Atom (RFC 4287), one feed for everything and one for each section. */
@Controller
class FeedController {

    private static final int ENTRIES = 50;
    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

    private final PublishedItems items;
    private final PortalSections sections;
    private final PortalSettings settings;
    private final PortalFrames frames;

    FeedController(PublishedItems items, PortalSections sections, PortalSettings settings, PortalFrames frames) {
        this.items = items;
        this.sections = sections;
        this.settings = settings;
        this.frames = frames;
    }

    @Anyone
    @GetMapping("/feeds")
    String feeds(Model model) {
        model.addAttribute("sections", sections.list());
        return "portal/feeds";
    }

    @Anyone
    @GetMapping("/feeds/documents.atom")
    ResponseEntity<byte[]> documents(HttpServletRequest request) {
        return feed(request, "最新公开", "/documents", "/feeds/documents.atom", Filter.ALL);
    }

    @Anyone
    @GetMapping("/feeds/{code:[a-z-]{1,40}}.atom")
    ResponseEntity<byte[]> section(@PathVariable String code, HttpServletRequest request) {
        Section section = sections.find(code).orElseThrow(() -> new NotFound("section " + code));
        return feed(
                request,
                section.label(),
                "/sections/" + code,
                "/feeds/" + code + ".atom",
                HomeController.inSection(code));
    }

    private ResponseEntity<byte[]> feed(
            HttpServletRequest request, String title, String page, String self, Filter filter) {
        String origin = frames.origin(request);
        List<Summary> rows = items.list(filter, null, ENTRIES).rows();
        var xml = new StringBuilder(rows.size() * 600 + 600);
        xml.append(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"zh-CN\">\n");
        element(xml, "id", origin + self);
        element(xml, "title", settings.siteName() + "政务公开：" + title);
        // without entries there is nothing that could have changed
        element(
                xml,
                "updated",
                moment(
                        rows.isEmpty()
                                ? LocalDate.of(2000, 1, 1)
                                : rows.getFirst().publishedOn()));
        link(xml, "self", "application/atom+xml", origin + self);
        link(xml, "alternate", "text/html", origin + page);
        xml.append("<author>");
        element(xml, "name", settings.organizer());
        xml.append("</author>\n");
        rows.forEach(row -> entry(xml, row, origin));
        xml.append("</feed>\n");
        return ResponseEntity.ok().contentType(ATOM).body(xml.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void entry(StringBuilder xml, Summary row, String origin) {
        String url = origin + "/documents/" + row.catalogueNumber();
        xml.append("<entry>\n");
        element(xml, "id", url);
        element(xml, "title", row.title());
        element(xml, "updated", moment(row.publishedOn()));
        element(xml, "published", moment(row.publishedOn()));
        link(xml, "alternate", "text/html", url);
        xml.append("<author>");
        element(xml, "name", row.issuingAuthority());
        xml.append("</author>\n<category term=\"").append(XmlText.of(row.topic()));
        xml.append("\" label=\"").append(XmlText.of(row.topicLabel())).append("\"/>\n");
        String number = row.documentNumber() == null ? "" : row.documentNumber() + "。";
        element(xml, "summary", number + row.validity().label() + "。" + row.summary());
        xml.append("</entry>\n");
    }

    private static void element(StringBuilder xml, String name, String text) {
        xml.append('<')
                .append(name)
                .append('>')
                .append(XmlText.of(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private static void link(StringBuilder xml, String relation, String type, String url) {
        xml.append("<link rel=\"").append(relation).append("\" type=\"").append(type);
        xml.append("\" href=\"").append(XmlText.of(url)).append("\"/>\n");
    }

    private static String moment(LocalDate date) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                ZonedDateTime.of(date, LocalTime.MIDNIGHT, ChinaTime.ZONE));
    }
}
