package org.guanwu.foundation.notification.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.guanwu.GuanwuTest;
import org.guanwu.foundation.identity.TestPeople;
import org.guanwu.foundation.identity.TestPeople.Person;
import org.guanwu.foundation.notification.Notifications;
import org.guanwu.foundation.notification.Notifications.Notice;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@GuanwuTest
class NoticePagesTests {

    private final MockMvcTester mvc;
    private final TestPeople people;
    private final Notifications notifications;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private Person drafter;

    NoticePagesTests(
            MockMvcTester mvc,
            TestPeople people,
            Notifications notifications,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.mvc = mvc;
        this.people = people;
        this.notifications = notifications;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void someone() {
        drafter = people.person("陈某", people.authority("云州海关").id(), "DRAFTER");
    }

    private void tell(String subject, String key) {
        transaction.executeWithoutResult(
                s -> notifications.tell(new Notice(drafter.id(), "task-arrived", subject, "/office/inbox", key)));
    }

    private Document page(Person person, String url) throws Exception {
        MvcTestResult result = mvc.get().uri(url).with(people.actingAs(person)).exchange();
        assertThat(result).hasStatusOk();
        return Jsoup.parse(result.getResponse().getContentAsString());
    }

    @Test
    void toldOnceReadOnceAndLeadsToTheMatter() throws Exception {
        tell("请审核：<b>通知</b>", "a");
        tell("请审核：<b>通知</b>", "a");
        Document page = page(drafter, "/office/notices");
        assertThat(page.text()).contains("未读 1 条", "请审核：<b>通知</b>");
        String open = page.select("form[action$=openings]").attr("action");
        assertThat(mvc.post().uri(open).with(people.actingAs(drafter))).hasRedirectedUrl("/office/inbox");
        assertThat(mvc.post().uri(open).with(people.actingAs(drafter))).hasRedirectedUrl("/office/inbox");
        assertThat(page(drafter, "/office/notices").text()).contains("未读 0 条");

        var other = people.person("罗某", drafter.unitId(), "DRAFTER");
        assertThat(mvc.post().uri(open).with(people.actingAs(other))).hasStatus(404);
        assertThat(page(other, "/office/notices").text()).contains("没有通知").doesNotContain("请审核");
    }

    @Test
    void markAllReadLeavesWhatCameAfterThePageWasShown() throws Exception {
        tell("一", "1");
        String upTo =
                page(drafter, "/office/notices").select("input[name=upTo]").val();
        tell("二", "2");
        assertThat(mvc.post()
                        .uri("/office/notices/readings")
                        .param("upTo", upTo)
                        .with(people.actingAs(drafter)))
                .hasStatus3xxRedirection();
        assertThat(page(drafter, "/office/notices").text()).contains("未读 1 条");
    }

    @Test
    void pagesBackThroughOlderOnes() throws Exception {
        for (int i = 0; i < 60; i++) {
            tell("第" + i + "条", "k" + i);
        }
        Document first = page(drafter, "/office/notices");
        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(page(drafter, first.select("nav.pager a").attr("href")).select("tbody tr"))
                .hasSize(10);
        assertThat(mvc.get().uri("/office/notices?cursor=x").with(people.actingAs(drafter)))
                .hasStatus(422);
    }

    private MvcTestResult save(String address, boolean isEnabled, long version) {
        return mvc.post()
                .uri("/office/notices/mail-address")
                .param("address", address)
                .param("enabled", Boolean.toString(isEnabled))
                .param("version", Long.toString(version))
                .with(people.actingAs(drafter))
                .exchange();
    }

    @Test
    void onesOwnAddressIsKeptAndInTheLedgerButNotItsText() throws Exception {
        assertThat(save("chen@yunzhou.example", true, 0)).hasStatus3xxRedirection();
        assertThat(page(drafter, "/office/notices")
                        .select("input[name=address]")
                        .val())
                .isEqualTo("chen@yunzhou.example");
        assertThat(jdbc.sql(
                                "select details::text from audit.ledger_entry where act = 'notification.mail-address-changed'"
                                        + " and object_id = ?")
                        .param(drafter.id())
                        .query(String.class)
                        .single())
                .contains("true")
                .doesNotContain("chen@");
        assertThat(save("old@yunzhou.example", true, 0)).as("another window").hasStatus(412);
        assertThat(save("chen@yunzhou.example", false, 1)).hasStatus3xxRedirection();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "a@b",
                "a b@c.example",
                "a@b..example",
                "a@b.example\r\nBcc: c@d.example",
                "<a@b.example>",
                "王@海关.example"
            })
    void aMistypedAddressComesBackAsTyped(String typed) throws Exception {
        MvcTestResult result = save(typed, true, 0);
        assertThat(result).hasStatus(422);
        Document page = Jsoup.parse(result.getResponse().getContentAsString());
        assertThat(page.select("#address-problem").text()).contains("格式");
        assertThat(page.select("input[name=enabled]").hasAttr("checked")).isTrue();
    }

    @Test
    void theOperatorSeesWhatDoesNotGetThroughButNotItsText() throws Exception {
        var operator = people.person("系某", drafter.unitId(), "SYSTEM_ADMINISTRATOR");
        long id = jdbc.sql("""
                        insert into notification.mail (person_id, kind, address, subject, body, state, attempts,
                            next_attempt_at, created_at, last_failure)
                        values (?, 'k', 'a@b.example', '机密标题', '信里的话', 'GAVE_UP', 6, now() + interval '1 year', now(), 'ConnectException')
                        returning id""").param(drafter.id()).query(Long.class).single();
        assertThat(page(operator, "/office/mail-deliveries").text())
                .contains("ConnectException", "再发一次")
                .doesNotContain("机密标题", "信里的话");
        String again = "/office/mail-deliveries/" + id + "/attempts";
        assertThat(mvc.post().uri(again).with(people.actingAs(operator))).hasStatus3xxRedirection();
        assertThat(mvc.post().uri(again).with(people.actingAs(operator))).hasStatus(409);
        assertThat(mvc.get().uri("/office/mail-deliveries").with(people.actingAs(drafter)))
                .hasStatus(404);
    }
}
