package org.guanwu.foundation.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.UUID;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.audit.Sm3;
import org.guanwu.foundation.audit.domain.ExportReader;
import org.guanwu.foundation.identity.TestPeople;
import org.guanwu.foundation.identity.TestPeople.Person;
import org.guanwu.foundation.shared.Matter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@GuanwuTest
class LedgerPagesTests {

    private final MockMvcTester mvc;
    private final TestPeople people;
    private final Ledger ledger;
    private final TransactionTemplate transaction;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private Person auditor;

    LedgerPagesTests(MockMvcTester mvc, TestPeople people, Ledger ledger, PlatformTransactionManager transactions) {
        this.mvc = mvc;
        this.people = people;
        this.ledger = ledger;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void someActs() {
        var unit = people.authority("澜州海关");
        auditor = people.person("穆某", unit.id(), "AUDIT_ADMINISTRATOR");
        var drafter = people.actor(people.person("陈某" + mark, unit.id(), "DRAFTER"));
        transaction.executeWithoutResult(s -> {
            for (int i = 1; i <= 130; i++) {
                ledger.record(Act.by(
                        drafter,
                        "officialdocument.signed",
                        new Matter("outgoing-document", i),
                        Map.of("文号", "澜关综发〔2026〕" + mark + i + "号")));
            }
        });
    }

    private MvcTestResult get(String url, Object... values) {
        return mvc.get().uri(url, values).with(people.actingAs(auditor)).exchange();
    }

    private Document page(String url, Object... values) throws Exception {
        MvcTestResult result = get(url, values);
        assertThat(result).hasStatusOk();
        return Jsoup.parse(result.getResponse().getContentAsString());
    }

    @Test
    void showsTheNewestFirstAndPagesBack() throws Exception {
        Document first = page("/office/ledger?person={p}", "陈某" + mark);
        assertThat(first.select("table.chain tbody tr")).hasSize(100);
        assertThat(first.select("table.chain tbody tr").first().text()).contains(mark + "130号", "澜州海关");
        String older = first.select("nav.pager a").attr("href");
        Document second = Jsoup.parse(mvc.get()
                .uri(java.net.URI.create(older))
                .with(people.actingAs(auditor))
                .exchange()
                .getResponse()
                .getContentAsString());
        assertThat(second.select("table.chain tbody tr")).hasSize(30);
        assertThat(second.select("nav.pager")).isEmpty();
    }

    @Test
    void findsByDocumentNumberObjectActAndDate() throws Exception {
        assertThat(page("/office/ledger?object={n}", "澜关综发〔2026〕" + mark + "7号").select("table.chain tbody tr"))
                .hasSize(1);
        assertThat(page("/office/ledger?object=outgoing-document:7&person={p}&act=officialdocument.signed", "陈某" + mark)
                        .select("table.chain tbody tr"))
                .hasSize(1);
        assertThat(page("/office/ledger?person={p}&from=2020-01-01&to=2099-01-01", "陈某" + mark)
                        .select("table.chain tbody tr"))
                .hasSize(100);
        assertThat(page("/office/ledger?person={p}&to=2020-01-01", "陈某" + mark).text())
                .contains("没有符合条件的记录");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=昨天",
                "from=2026-13-01",
                "from=2026-02-01&to=2026-01-01",
                "cursor=x",
                "cursor=eA",
                "from=-999999999-01-01&to=x"
            })
    void whatWasTypedWronglyComesBackWithTheReason(String query) throws Exception {
        MvcTestResult result = get("/office/ledger?object=abc&" + query);
        assertThat(result).hasStatus(422);
        Document page = Jsoup.parse(result.getResponse().getContentAsString());
        assertThat(page.select("input[name=object]").val()).isEqualTo("abc");
        assertThat(page.select("[role=alert]").text()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'; drop table x --", "%", "a:99999999999999999999", "\u0000", "<b>", "{}", "😀"})
    void anythingMayBeTypedAsAnObject(String object) throws Exception {
        assertThat(page("/office/ledger?object={o}&person={o}&act={o}", object, object, object)
                        .select("b:contains(<b>)"))
                .isEmpty();
    }

    @Test
    void showsOneEntryWithEverythingThatIsHashed() throws Exception {
        String seq = page("/office/ledger?person={p}", "陈某" + mark)
                .select("table.chain tbody a")
                .first()
                .text();
        Document page = page("/office/ledger/" + seq);
        assertThat(page.text()).contains("内容与摘要一致", "outgoing-document:130", "陈某" + mark, "上一条摘要");
        assertThat(get("/office/ledger/999999999")).hasStatus(404);
        assertThat(get("/office/ledger/x")).hasStatus(400);
    }

    @Test
    void saysForWhomSomebodyActed() throws Exception {
        var unit = people.authority("云州海关");
        var principal = people.person("李某" + mark, unit.id());
        var deputy = people.actor(people.person("吴某" + mark, unit.id(), "DRAFTER"));
        transaction.executeWithoutResult(s ->
                ledger.record(Act.by(deputy, "officialdocument.signed", new Matter("outgoing-document", 9), Map.of())
                        .inTheNameOf(principal.id())));
        Document page = page("/office/ledger?person={p}", "吴某" + mark);
        assertThat(page.select("table.chain tbody").text()).contains("（代李某" + mark + "）");
        Document entry = page(page.select("table.chain tbody a").attr("href"));
        assertThat(entry.text()).contains("代谁办理 李某" + mark);
    }

    @Test
    void verifiesOnDemandAndSaysSoInWords() throws Exception {
        assertThat(mvc.post().uri("/office/ledger/verifications").with(people.actingAs(auditor)))
                .hasStatus3xxRedirection();
        Document page = page("/office/ledger");
        assertThat(page.select(".note.ok").text()).contains("没有发现改动");
        assertThat(page.select(".hash.whole").text()).matches("\\d+:[0-9a-f]{64}");
        assertThat(page.select("table.chain tbody tr").first().text()).contains("核验审计账", "穆某");
    }

    @Test
    void theExportVerifiesAndHoldsItsOwnAct() throws Exception {
        MvcTestResult result = mvc.post()
                .uri("/office/ledger/exports")
                .with(people.actingAs(auditor))
                .exchange();
        assertThat(result).hasStatusOk();
        byte[] file = result.getResponse().getContentAsByteArray();
        var verdict = new ExportReader(Sm3.bouncyCastle()).verify(new ByteArrayInputStream(file), null);
        assertThat(verdict.isIntact()).as("%s", verdict).isTrue();
        try (var in = new java.util.zip.GZIPInputStream(new ByteArrayInputStream(file))) {
            assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("audit.ledger-exported", "穆某");
        }
    }

    @Test
    void nobodyElseSeesIt() {
        var drafter = people.person("王某", people.authority("云州海关").id(), "DRAFTER");
        assertThat(mvc.get().uri("/office/ledger").with(people.actingAs(drafter)))
                .hasStatus(404);
        assertThat(mvc.post().uri("/office/ledger/exports").with(people.actingAs(drafter)))
                .hasStatus(404);
        assertThat(mvc.get().uri("/office/ledger")).hasStatus3xxRedirection();
    }
}
