package org.guanwu.foundation.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.identity.TestPeople;
import org.guanwu.foundation.identity.TestPeople.Person;
import org.guanwu.foundation.search.SearchEntry;
import org.guanwu.foundation.search.SearchIntake;
import org.guanwu.foundation.search.domain.IndexProbe;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@GuanwuTest
class OfficeSearchPagesTests {

    private final MockMvcTester mvc;
    private final TestPeople people;
    private final SearchIntake intake;
    private final IndexProbe index;

    OfficeSearchPagesTests(MockMvcTester mvc, TestPeople people, SearchIntake intake, IndexProbe index) {
        this.mvc = mvc;
        this.people = people;
        this.intake = intake;
        this.index = index;
    }

    @Test
    void findsOnlyWhatThePersonMayRead() {
        var customs = people.authority("云州海关");
        var office = people.department("办公室", customs);
        Person reader = people.person("陈某", customs.id(), "REGISTRAR");
        Person drafter = people.person("王某", office.id());
        Person stranger = people.person("赵某", people.authority("澜州海关").id(), "REGISTRAR");
        String word = "词" + UUID.randomUUID().toString().substring(0, 8);
        intake.put(entry(
                word, "关于" + word + "的请示", office.id(), Set.of("unit:" + office.path(), "person:" + drafter.id())));
        index.await();
        assertThat(hits(reader, word)).hasSize(1);
        assertThat(hits(drafter, word)).hasSize(1);
        assertThat(hits(stranger, word)).isEmpty();
        Document page = page(drafter, "/office/search?q=" + word);
        assertThat(page.select(".hits h2").html()).contains("<mark>");
        assertThat(page.select(".hit-why").text()).contains("标题含");
    }

    @Test
    void needsASignIn() {
        assertThat(mvc.get().uri("/office/search?q=a").exchange().getResponse().getStatus())
                .isBetween(300, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/office/search",
                "/office/search?q=",
                "/office/search?q=%22&page=abc&year=x&unit=-1&kind=%27",
                "/office/search?q=%E2%80%9C&page=999",
                "/office/search?q=a&unit=999999999999999999",
            })
    void malformedAddressesShowAPage(String url) {
        Person person = people.person("陈某", people.authority("云州海关").id(), "REGISTRAR");
        assertThat(page(person, url).select("h1").text()).isEqualTo("检索");
    }

    private org.jsoup.select.Elements hits(Person person, String word) {
        return page(person, "/office/search?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8))
                .select(".hits li");
    }

    private Document page(Person person, String url) {
        var result =
                mvc.get().uri(URI.create(url)).with(people.actingAs(person)).exchange();
        assertThat(result).hasStatusOk();
        return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private static SearchEntry entry(String key, String title, long unitId, Set<String> readers) {
        return new SearchEntry(
                "test:" + key,
                "OFFICE_DOCUMENT",
                "/office/outgoing-documents/1",
                title,
                null,
                null,
                "正文",
                unitId,
                "办公室",
                null,
                null,
                LocalDate.of(2026, 1, 2),
                null,
                null,
                readers);
    }
}
