package org.guanwu.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.guanwu.GuanwuTest;
import org.guanwu.openness.publication.Validity;
import org.guanwu.portal.PublishedSample;
import org.guanwu.portal.domain.PortalSections;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Feeds and site map are read with an XML parser, as their readers will. */
@GuanwuTest
class FeedTests {

    private final MockMvcTester mvc;
    private final PublishedSample sample;

    FeedTests(MockMvcTester mvc, JdbcClient jdbc, ApplicationEventPublisher events, PortalSections sections) {
        this.mvc = mvc;
        this.sample = new PublishedSample(jdbc);
        sample.publish(1, "关于 <订阅> & “符号” \u0001的公告", Validity.IN_FORCE);
        events.publishEvent(new org.guanwu.foundation.search.EntryChanged("test"));
        assertThat(sections.list()).isNotEmpty();
    }

    @Test
    void theFeedIsValidAtom() throws Exception {
        for (String path : List.of("/feeds/documents.atom", "/feeds/documents-of-law.atom", "/feeds/statutory.atom")) {
            var response = mvc.get().uri(path).exchange().getResponse();
            if (path.contains("of-law")) {
                assertThat(response.getStatus()).isEqualTo(404);
                continue;
            }
            assertThat(response.getContentType()).startsWith("application/atom+xml");
            Document feed = xml(response.getContentAsByteArray());
            assertThat(feed.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
            assertThat(texts(feed, "entry")).hasSizeBetween(1, 50);
            assertThat(texts(feed, "updated")).allMatch(t -> t.matches("\\d{4}-\\d\\d-\\d\\dT00:00:00\\+08:00"));
            assertThat(texts(feed, "id")).doesNotHaveDuplicates().allMatch(t -> t.startsWith("http://localhost/"));
        }
    }

    @Test
    void theSiteMapNamesEveryDocument() throws Exception {
        Document index = xml(get("/sitemap.xml"));
        List<String> parts = texts(index, "loc");
        assertThat(parts).hasSizeGreaterThanOrEqualTo(2);
        var urls = new ArrayList<String>();
        for (String part : parts) {
            urls.addAll(texts(xml(get(part.substring("http://localhost".length()))), "loc"));
        }
        assertThat(urls).contains("http://localhost/", "http://localhost/documents/" + sample.number(1));
        assertThat(urls.size()).isLessThanOrEqualTo(50_000);
        assertThat(new String(get("/robots.txt"), StandardCharsets.UTF_8))
                .contains("Sitemap: http://localhost/sitemap.xml");
    }

    private byte[] get(String path) {
        var response = mvc.get().uri(path).exchange().getResponse();
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return response.getContentAsByteArray();
    }

    private static Document xml(byte[] bytes) throws Exception {
        return builder().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static DocumentBuilderFactory builder() throws ParserConfigurationException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory;
    }

    private static List<String> texts(Document document, String name) {
        NodeList nodes = document.getElementsByTagNameNS("*", name);
        var texts = new ArrayList<String>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }
}
