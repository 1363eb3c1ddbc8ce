package org.guanwu.office.officialdocument.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.identity.TestPeople;
import org.guanwu.office.officialdocument.DisclosureAttribute;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.guanwu.office.officialdocument.OutgoingDocumentScenario;
import org.guanwu.office.officialdocument.OutgoingDocumentScenario.Office;
import org.guanwu.office.officialdocument.domain.Drafting;
import org.guanwu.office.officialdocument.domain.Drafts;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@GuanwuTest
class OutgoingDocumentPagesTests {

    private final MockMvcTester mvc;
    private final TestPeople people;
    private final OutgoingDocumentScenario scenario;
    private final Drafting drafting;

    OutgoingDocumentPagesTests(
            MockMvcTester mvc, TestPeople people, OutgoingDocumentScenario scenario, Drafting drafting) {
        this.mvc = mvc;
        this.people = people;
        this.scenario = scenario;
        this.drafting = drafting;
    }

    private static String title() {
        return "澜州海关关于优化鲜活货物查验" + UUID.randomUUID().toString().substring(0, 8) + "的通知";
    }

    private Document get(TestPeople.Person person, String uri) throws Exception {
        MvcTestResult result = mvc.get().uri(uri).with(people.actingAs(person)).exchange();
        assertThat(result).hasStatusOk();
        return Jsoup.parse(result.getResponse().getContentAsString());
    }

    private static String url(OutgoingDocumentId id) {
        return "/office/outgoing-documents/" + id;
    }

    @Test
    void choosesAmongFourteenTypes() throws Exception {
        Document page = get(scenario.office().drafter(), "/office/outgoing-documents/new");

        assertThat(page.select("button.role b").eachText())
                .hasSize(14)
                .contains("通知", "请示")
                .doesNotContain("议案");
    }

    @Test
    void savesAndSendsInOneStep() throws Exception {
        Office office = scenario.office();
        OutgoingDocumentId id = scenario.draft(office.drafter(), Drafts.notice().withBody(title(), "正文。"));
        Document page = get(office.drafter(), url(id) + "/edit");
        assertThat(page.select("button[value=send]").text()).isEqualTo("送周衡审核");
        assertThat(page.select("input[name=grounds]").size()).isEqualTo(14);
        assertThat(page.text()).doesNotContain("工作秘密").doesNotContain("内部资料");

        MvcTestResult sent = post(office, id, 1, "send", "正文改过。");

        assertThat(sent).hasStatus3xxRedirection().hasRedirectedUrl(url(id));
        Document matter = get(office.unitHead(), url(id));
        assertThat(matter.select("#route .now b").text()).isEqualTo("处领导审核");
        assertThat(matter.select("#act .pri").text()).contains("同意").contains("陈述");
        assertThat(matter.select("#doc .a4").text()).contains("正文改过。").contains("各隶属海关，机关各部门：");
        assertThat(matter.select("#doc .a4 .no").text()).contains(office.code()).doesNotContainPattern("〕[0-9]");
    }

    @Test
    void aRefusedSendShowsEverythingTyped() throws Exception {
        Office office = scenario.office();
        OutgoingDocumentId id = scenario.draft(office.drafter(), Drafts.notice().withBody(title(), "正文。"));

        MvcTestResult refused = mvc.post()
                .uri(url(id) + "/edit")
                .with(people.actingAs(office.drafter()))
                .multipart()
                .param("version", "1")
                .param("act", "send")
                .param("commandId", UUID.randomUUID().toString())
                .param("type", "NOTICE")
                .param("title", "澜州海关关于某事的请示")
                .param("primaryRecipients", "")
                .param("body", "我刚写的一段话。")
                .exchange();

        assertThat(refused).hasStatus(422);
        Document page = Jsoup.parse(refused.getResponse().getContentAsString());
        assertThat(page.select("textarea[name=body]").text()).isEqualTo("我刚写的一段话。");
        assertThat(page.select("textarea[name=title]").text()).isEqualTo("澜州海关关于某事的请示");
        assertThat(page.select(".note.late li").eachText())
                .anyMatch(t -> t.contains("文种"))
                .anyMatch(t -> t.contains("主送机关"))
                .anyMatch(t -> t.contains("公开属性"));
    }

    @Test
    void twoWindowsAreShownSideBySideAndNothingIsLost() throws Exception {
        Office office = scenario.office();
        var draft = Drafts.notice().withBody(title(), "对八类货物一律优先派单。");
        OutgoingDocumentId id = scenario.draft(office.drafter(), draft);
        drafting.save(people.actor(office.drafter()), id, 1, draft.withBody(draft.title(), "对八类货物原则上优先派单。"), true);

        MvcTestResult conflict = post(office, id, 1, "save", "对八类货物一律夜间优先派单。");

        assertThat(conflict).hasStatus(412);
        Document page = Jsoup.parse(conflict.getResponse().getContentAsString());
        assertThat(page.select("textarea[name=body]").text()).isEqualTo("对八类货物一律夜间优先派单。");
        assertThat(page.select("input[name=version]").val()).isEqualTo("2");
        assertThat(page.select("tr.ch").text()).contains("原则上").contains("夜间");
        assertThat(page.select("button[value=merge]").text()).contains("第 3 版");
        assertThat(post(office, id, 2, "merge", "对八类货物一律夜间优先派单。")).hasStatus3xxRedirection();
        assertThat(get(office.drafter(), url(id) + "/compare?left=2&right=3")
                        .select("del")
                        .text())
                .contains("原则上");
    }

    @Test
    void autosaveAnswersWithBothTextsWhenAnotherWindowWasFaster() {
        Office office = scenario.office();
        var draft = Drafts.notice().withBody(title(), "甲");
        OutgoingDocumentId id = scenario.draft(office.drafter(), draft);

        assertThat(autosave(office, id, "1", "乙"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("version")
                .isEqualTo(2);
        MvcTestResult conflict = autosave(office, id, "\"1\"", "丙");

        assertThat(conflict).hasStatus(412);
        assertThat(conflict).bodyJson().extractingPath("theirs.body").isEqualTo("乙");
        assertThat(conflict).bodyJson().extractingPath("mine.body").isEqualTo("丙");
        assertThat(autosave(office, id, "2", "机密★10年")).hasStatus(409);
    }

    @Test
    void aMarkedTextIsRefusedWithTheArticleAndNotShownAgain() throws Exception {
        Office office = scenario.office();
        OutgoingDocumentId id = scenario.draft(office.drafter(), Drafts.notice().withBody(title(), "正文。"));

        MvcTestResult refused = post(office, id, 1, "save", "机密★10年\n不该出现的话");

        assertThat(refused).hasStatus(409);
        assertThat(refused.getResponse().getContentAsString()).contains("第三十一条").doesNotContain("不该出现的话");
    }

    @Test
    void aFileIsAttachedWithTheTextThatWasTyped() throws Exception {
        Office office = scenario.office();
        OutgoingDocumentId id = scenario.draft(office.drafter(), Drafts.notice().withBody(title(), "正文。"));

        MvcTestResult saved = mvc.post()
                .uri(url(id) + "/edit")
                .with(people.actingAs(office.drafter()))
                .multipart()
                .file(new MockMultipartFile("file", "岗位安排.txt", "text/plain", "岗位 人数".getBytes(StandardCharsets.UTF_8)))
                .param("version", "1")
                .param("act", "save")
                .param("type", "NOTICE")
                .param("title", "澜州海关关于夜间查验的通知")
                .param("body", "岗位安排见附件。")
                .exchange();

        assertThat(saved).hasStatus3xxRedirection();
        Document page = get(office.drafter(), url(id) + "/edit");
        assertThat(page.select("input[name=attachmentName]").val()).isEqualTo("岗位安排");
        assertThat(page.select("textarea[name=body]").text()).isEqualTo("岗位安排见附件。");
        String link = page.select(".attrow a").attr("href");
        assertThat(mvc.get().uri(link).with(people.actingAs(office.drafter())).exchange())
                .hasStatusOk();
        assertThat(mvc.get()
                        .uri(link)
                        .with(people.actingAs(scenario.office().drafter()))
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void aReviewerIsToldThatHeCanOnlyReturn() throws Exception {
        Office office = scenario.office();
        OutgoingDocumentId id = scenario.draft(
                office.drafter(),
                Drafts.withAttribute(
                        Drafts.notice().withBody(title(), "正文。"), DisclosureAttribute.WITHHELD, List.of(), ""));
        scenario.send(office.drafter(), id, Map.of());

        Document page = get(office.unitHead(), url(id));

        assertThat(page.select(".note.warn").text()).contains("只能退回");
        assertThat(page.select("#attribute").text()).contains("不予公开").contains("没有依据");
    }

    @Test
    void theFinalCheckAsksWhatKindOfChangeItIs() throws Exception {
        Office office = scenario.office();
        var draft = Drafts.notice().withBody(title(), "正文");
        OutgoingDocumentId id = scenario.draft(office.drafter(), draft);
        scenario.send(office.drafter(), id, Map.of());
        scenario.approve(id, office.unitHead(), office.reviewer(), office.officeHead(), office.leader());

        MvcTestResult undeclared = post(office.registrar(), id, 1, "view", "正文。", draft.title());

        assertThat(undeclared).hasStatus(422);
        Document page = Jsoup.parse(undeclared.getResponse().getContentAsString());
        assertThat(page.select("#f-nature .err").text()).contains("第二十五条");
        assertThat(page.select("textarea[name=body]").text()).isEqualTo("正文。");
    }

    @Test
    void theRegisterFiltersAndOpens() throws Exception {
        Office office = scenario.office();
        String title = title();
        OutgoingDocumentId id = scenario.draft(office.drafter(), Drafts.notice().withBody(title, "正文。"));

        Document page =
                get(office.drafter(), "/office/outgoing-documents?text=" + title.substring(13, 20) + "&type=NOTICE");

        assertThat(page.select(".regdoc th a").attr("href")).isEqualTo(url(id));
        assertThat(get(office.drafter(), "/office/outgoing-documents?type=LETTER")
                        .select(".empty")
                        .text())
                .contains("没有符合条件");
    }

    @Test
    void whoMayNotSeeItFindsNothing() {
        Office office = scenario.office();
        OutgoingDocumentId id = scenario.draft(office.drafter(), Drafts.notice().withBody(title(), "正文。"));
        var other = people.actingAs(scenario.office().reviewer());

        for (String path : List.of("", "/edit", "/versions", "/compare")) {
            assertThat(mvc.get().uri(url(id) + path).with(other).exchange()).hasStatus(404);
        }
    }

    private MvcTestResult post(Office office, OutgoingDocumentId id, int version, String act, String body) {
        return post(office.drafter(), id, version, act, body, "澜州海关关于优化查验" + id + "的通知");
    }

    private MvcTestResult post(
            TestPeople.Person person, OutgoingDocumentId id, int version, String act, String body, String title) {
        return mvc.post()
                .uri(url(id) + "/edit")
                .with(people.actingAs(person))
                .multipart()
                .param("version", Integer.toString(version))
                .param("act", act)
                .param("commandId", UUID.randomUUID().toString())
                .param("type", "NOTICE")
                .param("title", title)
                .param("primaryRecipients", "各隶属海关，机关各部门")
                .param("annotation", "此件公开发布")
                .param("summary", "优化鲜活货物查验，先派单、可预约。")
                .param("body", body)
                .param("attribute", "PROACTIVE")
                .exchange();
    }

    private MvcTestResult autosave(Office office, OutgoingDocumentId id, String ifMatch, String body) {
        return mvc.post()
                .uri(url(id) + "/autosave")
                .with(people.actingAs(office.drafter()))
                .header("If-Match", ifMatch)
                .param("type", "NOTICE")
                .param("title", "澜州海关关于自动保存的通知")
                .param("body", body)
                .exchange();
    }
}
