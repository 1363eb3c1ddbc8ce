package org.guanwu.foundation.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.identity.TestPeople;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@GuanwuTest
class TokenApiTests {

    private static final String PASSWORD = "Kunyu-2026-shan";

    private final MockMvcTester mvc;
    private final TestPeople people;

    TokenApiTests(MockMvcTester mvc, TestPeople people) {
        this.mvc = mvc;
        this.people = people;
    }

    private MvcTestResult ask(String json) {
        return mvc.post()
                .uri("/api/v1/sessions/token")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private MvcTestResult me(String token) {
        return mvc.get()
                .uri("/api/v1/office/me")
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String token(MvcTestResult result) {
        return body(result).replaceFirst(".*\"token\" *: *\"([^\"]+)\".*", "$1");
    }

    @Test
    void aPasswordBuysATokenThatActsAsThePerson() {
        var person = people.personWithPassword("王某", people.authority("云州海关").id(), PASSWORD, false, "DRAFTER");

        var issued = ask("{\"account\":\"%s\",\"password\":\"%s\"}".formatted(person.accountName(), PASSWORD));

        assertThat(issued).hasStatus(201).headers().hasValue("Cache-Control", "no-store");
        assertThat(token(issued)).startsWith("gw_");
        assertThat(me(token(issued))).hasStatusOk().bodyText().contains("王某", "DOCUMENT_DRAFT");
    }

    @Test
    void aTokenHasNoMoreThanItsScopes() {
        var person = people.personWithPassword("王某", people.authority("云州海关").id(), PASSWORD, false, "DRAFTER");
        var issued = ask("{\"account\":\"%s\",\"password\":\"%s\",\"scopes\":[\"DOCUMENT_HANDLE\",\"LEDGER_READ\"]}"
                .formatted(person.accountName(), PASSWORD));

        assertThat(me(token(issued)))
                .hasStatusOk()
                .bodyText()
                .contains("DOCUMENT_HANDLE")
                .doesNotContain("DOCUMENT_DRAFT", "LEDGER_READ");
    }

    @Test
    void withoutATokenThereIsAProblemDocument() {
        for (String wrong : new String[] {"", "gw_", "gw_" + "0".repeat(64), "x".repeat(3000)}) {
            assertThat(me(wrong))
                    .hasStatus(401)
                    .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                    .headers()
                    .hasValue("WWW-Authenticate", "Bearer");
        }
        assertThat(mvc.get().uri("/api/v1/office/me")).hasStatus(401);
    }

    @Test
    void wrongPasswordsAndBrokenDocumentsAreRefusedAlike() {
        var person = people.personWithPassword("王某", people.authority("云州海关").id(), PASSWORD, false);
        assertThat(ask("{\"account\":\"%s\",\"password\":\"x\"}".formatted(person.accountName())))
                .hasStatus(401);
        assertThat(ask("{\"account\":\"nobody-here\",\"password\":\"x\"}")).hasStatus(401);
        assertThat(ask("{}")).hasStatus(401);
        for (String broken : new String[] {"{", "[]", "null", "\"x\"", "{\"days\":\"x\"}", ""}) {
            assertThat(ask(broken))
                    .as(broken)
                    .satisfies(r -> assertThat(r.getResponse().getStatus()).isBetween(400, 422));
        }
        String good = "{\"account\":\"%s\",\"password\":\"%s\",".formatted(person.accountName(), PASSWORD);
        assertThat(ask(good + "\"days\":0}")).hasStatus(422);
        assertThat(ask(good + "\"days\":99999}")).hasStatus(422);
        assertThat(ask(good + "\"scopes\":[]}")).hasStatus(422);
        assertThat(ask(good + "\"scopes\":[\"ROOT\"]}")).hasStatus(422);
        assertThat(ask(good + "\"label\":\"" + "x".repeat(100) + "\"}")).hasStatus(422);
    }

    @Test
    void whoMustChangeHisPasswordGetsNoToken() {
        var person = people.personWithPassword("王某", people.authority("云州海关").id(), PASSWORD, true);
        assertThat(ask("{\"account\":\"%s\",\"password\":\"%s\"}".formatted(person.accountName(), PASSWORD)))
                .hasStatus(409);
    }

    @Test
    void aTokenIsMadeOnScreenShownOnceAndRevoked() {
        var person = people.person("陈某", people.authority("云州海关").id(), "OFFICE_REVIEWER");
        var issued = mvc.post()
                .uri("/office/account/tokens")
                .with(people.actingAs(person))
                .param("label", "公文交换")
                .param("scopes", "*")
                .param("days", "30")
                .exchange();
        String token = Jsoup.parse(body(issued)).select("#token").text();
        assertThat(me(token)).hasStatusOk();
        assertThat(mvc.post()
                        .uri("/office/account/tokens")
                        .with(people.actingAs(person))
                        .param("label", "公文交换")
                        .param("scopes", "*"))
                .as("pressed twice")
                .hasStatus(422);

        var page = mvc.get()
                .uri("/office/account/tokens")
                .with(people.actingAs(person))
                .exchange();
        assertThat(body(page)).contains("公文交换").doesNotContain(token);
        String revoke = Jsoup.parse(body(page)).select("form[action$=/revoke]").attr("action");
        assertThat(mvc.post().uri(revoke).with(people.actingAs(person))).hasStatus3xxRedirection();
        assertThat(me(token)).hasStatus(401);
    }

    @Test
    void anothersTokenIsNotOnesOwnToRevoke() {
        var customs = people.authority("云州海关").id();
        var owner = people.personWithPassword("王某", customs, PASSWORD, false);
        String token = token(ask("{\"account\":\"%s\",\"password\":\"%s\"}".formatted(owner.accountName(), PASSWORD)));
        var stranger = people.person("何某", customs);
        for (long id = 1; id < 60; id++) {
            mvc.post()
                    .uri("/office/account/tokens/" + id + "/revoke")
                    .with(people.actingAs(stranger))
                    .exchange();
        }
        assertThat(me(token)).hasStatusOk();
    }

    @Test
    void metricsAreForTheSystemAdministratorAndHealthForEverybody() {
        assertThat(mvc.get().uri("/actuator/health")).hasStatusOk();
        assertThat(mvc.get().uri("/actuator/prometheus")).hasStatus(401);
        var person = people.personWithPassword("王某", people.authority("云州海关").id(), PASSWORD, false, "DRAFTER");
        String token = token(ask("{\"account\":\"%s\",\"password\":\"%s\"}".formatted(person.accountName(), PASSWORD)));
        assertThat(mvc.get().uri("/actuator/prometheus").header("Authorization", "Bearer " + token))
                .hasStatus(403);
    }
}
