package org.guanwu.office.officialdocument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.identity.TestPeople;
import org.guanwu.foundation.identity.TestPeople.Person;
import org.guanwu.foundation.routing.RouteView;
import org.guanwu.foundation.routing.Routing;
import org.guanwu.foundation.worklist.domain.InboxCounters;
import org.guanwu.foundation.worklist.domain.InboxTab;
import org.guanwu.office.officialdocument.OutgoingDocumentScenario.Office;
import org.guanwu.office.officialdocument.domain.Drafts;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a document on its way does to the inboxes of those it meets. */
@GuanwuTest
class InboxJourneyTests {

    private final OutgoingDocumentScenario scenario;
    private final TestPeople people;
    private final Routing routing;
    private final InboxCounters counters;
    private final MockMvcTester mvc;

    InboxJourneyTests(
            OutgoingDocumentScenario scenario,
            TestPeople people,
            Routing routing,
            InboxCounters counters,
            MockMvcTester mvc) {
        this.scenario = scenario;
        this.people = people;
        this.routing = routing;
        this.counters = counters;
        this.mvc = mvc;
    }

    @Test
    void aSentDraftWaitsInOneInboxAndMovesOnWithTheAct() throws java.io.UnsupportedEncodingException {
        Office office = scenario.office();
        var id = scenario.draft(office.drafter(), Drafts.notice());
        scenario.send(office.drafter(), id, Map.of());
        assertThat(pending(office.unitHead())).isEqualTo(1);
        Document inbox = page(office.unitHead(), "/office/inbox");
        assertThat(inbox.select("a.ti").eachText()).containsExactly("澜州海关关于优化鲜活货物查验的通知");
        assertThat(inbox.select("a.ti").attr("href")).isEqualTo("/office/outgoing-documents/" + id.value());
        assertThat(inbox.select("#preview").text()).contains("澜州海关关于优化鲜活货物查验的通知");

        scenario.approve(id, office.unitHead());

        assertThat(pending(office.unitHead())).isZero();
        assertThat(page(office.unitHead(), "/office/inbox?tab=done")
                        .select("tbody")
                        .text())
                .contains("澜州海关关于优化鲜活货物查验的通知", "已办");
    }

    @Test
    void readingInTheInboxIsInTheLogOfTheRoute() throws java.io.UnsupportedEncodingException {
        Office office = scenario.office();
        var id = scenario.draft(office.drafter(), Drafts.notice());
        scenario.send(office.drafter(), id, Map.of());
        Person reader = office.leader();
        RouteView view = scenario.view(office.drafter(), id);
        routing.circulate(scenario.actor(office.drafter()), UUID.randomUUID(), view.routeId(), Set.of(reader.id()));
        Document list = page(reader, "/office/inbox?tab=to-read");
        String row = list.select("input[name=row]").attr("value");

        for (int press = 0; press < 2; press++) {
            assertThat(mvc.post()
                            .uri("/office/inbox/readings")
                            .with(people.actingAs(reader))
                            .param("row", row))
                    .hasStatus3xxRedirection();
        }

        assertThat(counters.count(reader.id(), InboxTab.READING)).isZero();
        assertThat(scenario.view(office.drafter(), id).readings())
                .singleElement()
                .satisfies(reading -> assertThat(reading.confirmedAt()).isNotNull());
    }

    private long pending(Person person) {
        return counters.count(person.id(), InboxTab.PENDING);
    }

    private Document page(Person person, String url) throws java.io.UnsupportedEncodingException {
        var answer = mvc.get().uri(url).with(people.actingAs(person)).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}
