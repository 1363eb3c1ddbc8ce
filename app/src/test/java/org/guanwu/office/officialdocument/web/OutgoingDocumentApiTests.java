package org.guanwu.office.officialdocument.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.identity.TestPeople;
import org.guanwu.foundation.identity.TestPeople.Person;
import org.guanwu.office.officialdocument.OutgoingDocumentScenario;
import org.guanwu.office.officialdocument.OutgoingDocumentScenario.Office;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@GuanwuTest
class OutgoingDocumentApiTests {

    private static final String BASE = "/api/v1/office/outgoing-documents";

    private final MockMvcTester mvc;
    private final TestPeople people;
    private final OutgoingDocumentScenario scenario;
    private final JdbcClient jdbc;

    OutgoingDocumentApiTests(MockMvcTester mvc, TestPeople people, OutgoingDocumentScenario scenario, JdbcClient jdbc) {
        this.mvc = mvc;
        this.people = people;
        this.scenario = scenario;
        this.jdbc = jdbc;
    }

    private MvcTestResult post(Person person, String path, String key, String json) {
        return mvc.post()
                .uri(BASE + path)
                .with(people.actingAs(person))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private static String draft(String title) {
        return """
                {"type": "NOTICE", "title": "%s", "primaryRecipients": "机关各部门", "body": "正文。",
                 "summary": "一句话。", "attribute": "PROACTIVE"}
                """.formatted(title);
    }

    private static String title() {
        return "澜州海关关于接口" + UUID.randomUUID() + "的通知";
    }

    private long idOf(String title) {
        return jdbc.sql("select id from officialdocument.outgoing_document where title = ?")
                .param(title)
                .query(Long.class)
                .single();
    }

    @Test
    void goesTheWholeWayAndEveryRepeatedCallIsHarmless() {
        Office office = scenario.office();
        String title = title();
        assertThat(post(office.drafter(), "", "k1" + title, draft(title))).hasStatus(201);
        assertThat(post(office.drafter(), "", "k1" + title, draft(title))).hasStatus(201);
        long id = idOf(title);
        for (int twice = 0; twice < 2; twice++) {
            assertThat(post(office.drafter(), "/" + id + "/send", "k2", "{}"))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("status")
                    .isEqualTo("UNDER_WAY");
        }
        for (Person signer :
                new Person[] {office.unitHead(), office.reviewer(), office.officeHead(), office.leader()}) {
            assertThat(post(signer, "/" + id + "/approve", "k3", "{}")).hasStatusOk();
            assertThat(post(signer, "/" + id + "/approve", "k3", "{}")).hasStatusOk();
        }
        assertThat(post(office.registrar(), "/" + id + "/approve", "k4", "{}")).hasStatusOk();

        assertThat(post(office.registrar(), "/" + id + "/approve", "k5", "{}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("status")
                .isEqualTo("ISSUED");
    }

    @Test
    void aReturnCarriesItsReason() {
        Office office = scenario.office();
        String title = title();
        post(office.drafter(), "", "k" + title, draft(title));
        long id = idOf(title);
        post(office.drafter(), "/" + id + "/send", "s", "{}");

        MvcTestResult returned = post(office.unitHead(), "/" + id + "/return", "r", """
                {"target": "draft", "straightBack": false, "reason": "请补充依据。"}""");

        assertThat(returned).hasStatusOk().bodyJson().extractingPath("status").isEqualTo("RETURNED");
    }

    @Test
    void aStaleTextIsRefusedAndAStrangerFindsNothing() {
        Office office = scenario.office();
        String title = title();
        post(office.drafter(), "", "k" + title, draft(title));
        long id = idOf(title);

        assertThat(put(office.drafter(), id, "1", title)).hasStatusOk();
        assertThat(put(office.drafter(), id, "1", title + "另")).hasStatus(412);
        assertThat(mvc.get()
                        .uri(BASE + "/" + id)
                        .with(people.actingAs(office.unitHead()))
                        .exchange())
                .hasStatusOk();
        assertThat(mvc.get()
                        .uri(BASE + "/" + id)
                        .with(people.actingAs(scenario.office().reviewer()))
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void tenSimultaneousDraftsWithOneKeyAreOneDraft() throws InterruptedException {
        Office office = scenario.office();
        String title = title();
        var ready = new CountDownLatch(1);
        var created = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(10)) {
            for (int i = 0; i < 10; i++) {
                threads.execute(() -> {
                    try {
                        ready.await(10, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    if (post(office.drafter(), "", "same" + title, draft(title))
                                    .getResponse()
                                    .getStatus()
                            == 201) {
                        created.incrementAndGet();
                    }
                });
            }
            ready.countDown();
        }

        assertThat(created).hasValue(10);
        assertThat(jdbc.sql("select count(*) from officialdocument.outgoing_document where title = ?")
                        .param(title)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private MvcTestResult put(Person person, long id, String ifMatch, String title) {
        return mvc.put()
                .uri(BASE + "/" + id)
                .with(people.actingAs(person))
                .header("If-Match", ifMatch)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"title\": \"%s\", \"body\": \"改过的正文。\"}".formatted(title))
                .exchange();
    }
}
