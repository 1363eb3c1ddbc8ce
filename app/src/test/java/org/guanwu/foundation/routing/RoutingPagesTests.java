package org.guanwu.foundation.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.identity.TestPeople;
import org.guanwu.foundation.identity.TestPeople.Person;
import org.guanwu.foundation.routing.RouteScenario.Office;
import org.guanwu.foundation.shared.Matter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages as somebody without a script uses them. */
@GuanwuTest
class RoutingPagesTests {

    private final MockMvcTester mvc;
    private final TestPeople people;
    private final RouteScenario scenario;
    private final RouteTemplates templates;

    RoutingPagesTests(MockMvcTester mvc, TestPeople people, RouteScenario scenario, RouteTemplates templates) {
        this.mvc = mvc;
        this.people = people;
        this.scenario = scenario;
        this.templates = templates;
    }

    private Document page(Person person, String url) throws Exception {
        MvcTestResult result = mvc.get().uri(url).with(people.actingAs(person)).exchange();
        assertThat(result).hasStatusOk();
        return Jsoup.parse(result.getResponse().getContentAsString());
    }

    /** presses a button of the form, with everything that the form holds */
    private MvcTestResult press(Person person, Document page, String action, String... more) {
        var post =
                mvc.post().uri(action).with(people.actingAs(person)).contentType(MediaType.APPLICATION_FORM_URLENCODED);
        var form = page.select("form[action=" + action + "]").first();
        assertThat(form).as("form " + action + " in\n" + page.body()).isNotNull();
        var fields = form.select("input,textarea,select");
        if (!form.id().isEmpty()) {
            fields.addAll(page.select("[form=" + form.id() + "]"));
        }
        for (var field : fields) {
            boolean isOff =
                    (field.attr("type").equals("radio") || field.attr("type").equals("checkbox"))
                            && !field.hasAttr("checked");
            if (field.tagName().equals("button") || isOff || field.attr("name").isEmpty()) {
                continue;
            }
            boolean isReplaced = false;
            for (int i = 0; i < more.length; i += 2) {
                isReplaced |= more[i].equals(field.attr("name"));
            }
            if (!isReplaced) {
                String value = field.tagName().equals("select")
                        ? field.select("option[selected]").attr("value")
                        : field.val();
                post = post.param(
                        field.attr("name"),
                        value.isEmpty() && field.attr("type").equals("checkbox") ? "on" : value);
            }
        }
        for (int i = 0; i < more.length; i += 2) {
            post = post.param(more[i], more[i + 1]);
        }
        return post.exchange();
    }

    @Test
    @DisplayName("路线栏和办理框：不用脚本就能同意、退回、转办")
    void routeAndActWithoutAScript() throws Exception {
        Office office = scenario.office("云州海关");
        Matter matter = scenario.start(office, office.template(), "送审");
        long routeId = scenario.view(office.drafter(), matter).routeId();
        String base = "/office/routes/" + routeId;

        Document page = page(office.reviewer(), base);
        assertThat(page.select(".route > li.now b").text()).isEqualTo("核稿");
        assertThat(page.select(".route > li.next b").eachText()).startsWith("会签", "签发");
        assertThat(page.select(".act h2").text()).contains("我的办理：核稿");
        assertThat(page.select(".act .btn.pri").text()).contains("同意，送林会签、赵会签会签");
        assertThat(page.select(".nextp dd").text()).contains("在岗", "对方打开前可以撤回");
        assertThat(press(office.reviewer(), page, base + "/approvals", "opinion", "经核无误。"))
                .hasStatus3xxRedirection();

        Document signer = page(office.first(), base);
        assertThat(signer.select(".op").text()).contains("经核无误。");
        assertThat(press(
                        office.first(),
                        signer,
                        base + "/returns",
                        "target",
                        "draft|0",
                        "reason",
                        "请补充依据",
                        "way",
                        "STRAIGHT_BACK"))
                .hasStatus3xxRedirection();
        assertThat(page(office.drafter(), base).select(".op").text()).contains("请补充依据");
        // the old screen says what has happened, and changes nothing
        MvcTestResult old = press(office.first(), signer, base + "/approvals", "opinion", "同意");
        assertThat(old).hasStatus3xxRedirection();
        assertThat(old.getMvcResult().getFlashMap().get("refusal")).isEqualTo("您已办理过此件。");
    }

    @Test
    @DisplayName("转办写姓名；同名时先问是哪一位")
    void personByName() throws Exception {
        Office office = scenario.office("云州海关");
        Person namesake = people.person("孙同名", office.customs().id());
        people.person("孙同名", office.customs().id());
        Matter matter = scenario.start(office, office.template(), "送审");
        String base =
                "/office/routes/" + scenario.view(office.drafter(), matter).routeId();
        Document page = page(office.reviewer(), base);
        MvcTestResult unclear = press(office.reviewer(), page, base + "/transfers", "person", "孙同名");
        assertThat(unclear).hasRedirectedUrl(base + "/person");
        assertThat(press(office.reviewer(), page, base + "/transfers", "person", String.valueOf(namesake.id())))
                .hasStatus3xxRedirection();
        assertThat(scenario.task(namesake, matter).stepName()).isEqualTo("核稿");
    }

    @Test
    @DisplayName("陌生人得 404，和没有这一件一样")
    void strangerGetsNotFound() {
        Office office = scenario.office("云州海关");
        Person stranger = people.person("外人乙", people.authority("澜州海关").id(), "DRAFTER");
        Matter matter = scenario.start(office, office.template(), "送审");
        String base =
                "/office/routes/" + scenario.view(office.drafter(), matter).routeId();
        assertThat(mvc.get().uri(base).with(people.actingAs(stranger))).hasStatus(404);
        assertThat(mvc.get().uri("/office/routes/999999999").with(people.actingAs(stranger)))
                .hasStatus(404);
    }

    @Test
    @DisplayName("模板编辑：新建、加步、上移、问题写在步上、改好启用、再开一版")
    void templateEditor() throws Exception {
        Office office = scenario.office("云州海关" + UUID.randomUUID().toString().substring(0, 4));
        Person editor = office.administrator();
        String code = "notice-" + office.customs().id();
        String url = "/office/route-templates/" + code;
        Document list = page(editor, "/office/route-templates");
        assertThat(press(
                        editor,
                        list,
                        "/office/route-templates",
                        "name",
                        "通知类发文路线",
                        "code",
                        code,
                        "unitId",
                        String.valueOf(office.customs().id()),
                        "matterType",
                        "outgoing-document",
                        "documentType",
                        "NOTICE"))
                .hasRedirectedUrl(url);
        assertThat(press(
                        editor,
                        page(editor, url),
                        url,
                        "name.0",
                        "签发",
                        "kind.0",
                        "ISSUANCE",
                        "who.0",
                        "没有 这个岗",
                        "do",
                        "add"))
                .hasRedirectedUrl(url);
        Document two = page(editor, url);
        assertThat(two.select(".rs li .lt.late").text()).contains("须改正");
        assertThat(two.select("input[name=who.0]").val()).isEqualTo("没有 这个岗");
        MvcTestResult refused = press(editor, two, url, "do", "publish");
        assertThat(refused).hasStatus(422);
        assertThat(refused.getResponse().getContentAsString()).contains("找不到“没有 这个岗”", "请写明环节名称");
        press(
                editor,
                page(editor, url),
                url,
                "who.0",
                office.customs().name() + " 李签发的岗位",
                "name.1",
                "起草",
                "kind.1",
                "DRAFTING",
                "who.1",
                "起草人",
                "do",
                "up.1");
        Document good = page(editor, url);
        assertThat(good.select("input[name=name.0]").val()).isEqualTo("起草");
        assertThat(press(editor, good, url, "do", "publish")).hasRedirectedUrl(url);
        RouteTemplate published = templates
                .find(office.drafter().unitId(), "outgoing-document", "NOTICE")
                .orElseThrow();
        assertThat(published.revision()).isEqualTo(1);
        assertThat(published.steps().getLast().assignees())
                .containsExactly(new Assignee.Post(office.signatory().postId()));
        Document trial = page(editor, url + "?drafter=王起草");
        assertThat(trial.select(".route > li b").eachText()).containsExactly("起草", "签发");
        assertThat(trial.select(".route > li").text()).contains("李签发");
        assertThat(press(editor, page(editor, url), url, "name.1", "关领导签发", "do", "publish"))
                .hasRedirectedUrl(url);
        assertThat(templates
                        .find(office.drafter().unitId(), "outgoing-document", "NOTICE")
                        .orElseThrow()
                        .revision())
                .isEqualTo(2);
        assertThat(templates.get(code, 1).steps().getLast().name()).isEqualTo("签发");
    }

    @Test
    @DisplayName("没有维护权限的人打不开模板")
    void editorNeedsThePermission() {
        Office office = scenario.office("云州海关");
        assertThat(mvc.get().uri("/office/route-templates").with(people.actingAs(office.drafter())))
                .hasStatus(404);
    }
}
