package org.guanwu.openness.publication.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.identity.TestPeople;
import org.guanwu.foundation.identity.TestPeople.Person;
import org.guanwu.openness.gazetteimport.ImportScenario;
import org.guanwu.openness.gazetteimport.ImportScenario.Crew;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The way of an item over the pages of the workspace, and what happens to those who send nonsense. */
@GuanwuTest
class PublicationPagesTests {

    private final MockMvcTester mvc;
    private final TestPeople people;
    private final ImportScenario scenario;
    private final JdbcClient jdbc;
    private Crew crew;

    PublicationPagesTests(MockMvcTester mvc, TestPeople people, ImportScenario scenario, JdbcClient jdbc) {
        this.mvc = mvc;
        this.people = people;
        this.scenario = scenario;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void staff() {
        crew = scenario.crew();
    }

    private MvcTestResult get(Person person, String url) {
        return mvc.get().uri(url).with(people.actingAs(person)).exchange();
    }

    private MvcTestResult post(Person person, String url, String... parameters) {
        var request = mvc.post().uri(url).with(people.actingAs(person));
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private String create(String text) {
        var created = post(
                crew.importer(),
                "/office/publications",
                "commandId",
                UUID.randomUUID().toString(),
                "title",
                "关于<夜间>通关的公告",
                "documentDate",
                "2026-03-02",
                "topic",
                "cargo",
                "type",
                "ANNOUNCEMENT",
                "section",
                "documents",
                "text",
                text);
        assertThat(created).hasStatus3xxRedirection();
        return created.getResponse().getRedirectedUrl();
    }

    private String version(String url) {
        return jdbc.sql("select lock_version::text from publication.item where id = :id")
                .param("id", Long.parseLong(url.substring(url.lastIndexOf('/') + 1)))
                .query(String.class)
                .single();
    }

    @Test
    void anItemGoesFromTheFormThroughTheGateToTheRegister() {
        String url = create("一、适用范围\r\n夜间<b>鲜活</b>货物。值班电话0571-88881234。");
        assertThat(get(crew.importer(), url))
                .hasStatusOk()
                .bodyText()
                .contains("关于&lt;夜间&gt;通关的公告", "&lt;b&gt;鲜活", "送公开前审查")
                .doesNotContain("<b>鲜活");
        assertThat(post(crew.importer(), url + "/review", "version", version(url)))
                .hasStatus3xxRedirection();
        long review = jdbc.sql("select max(id) from secrecyreview.release_review where drafter_id = :id")
                .param("id", crew.importer().id())
                .query(Long.class)
                .single();
        String gate = "/office/release-reviews/" + review;
        assertThat(get(crew.officer(), gate))
                .hasStatusOk()
                .bodyText()
                .contains("固定电话", "0571-88881234", "1 处发现未处理", "通过，送复审");
        assertThat(get(crew.importer(), gate)).hasStatusOk().bodyText().doesNotContain("通过，送复审");
        assertThat(post(crew.officer(), gate + "/passing", "version", "0")).hasStatus(409);
        long finding = jdbc.sql("select id from secrecyreview.finding where review_id = :id")
                .param("id", review)
                .query(Long.class)
                .single();
        assertThat(post(crew.officer(), gate + "/findings/" + finding, "decision", "accept", "reason", ""))
                .hasStatus(422)
                .bodyText()
                .contains("写明理由");
        assertThat(post(crew.officer(), gate + "/findings/" + finding, "decision", "accept", "reason", "公开办公电话"))
                .hasStatus3xxRedirection();
        assertThat(post(crew.officer(), gate + "/passing", "version", "1", "opinion", "看过了"))
                .hasStatus(422)
                .bodyText()
                .contains("逐项审查", "看过了");
        assertThat(post(crew.officer(), gate + "/passing", "version", "7")).hasStatus(412);
        for (Person person : List.of(crew.officer(), crew.secrecy(), crew.approver())) {
            scenario.pass(person, review);
        }
        assertThat(get(crew.approver(), "/office/publications?tab=PUBLISHED"))
                .hasStatusOk()
                .bodyText()
                .contains("关于&lt;夜间&gt;通关的公告", "/2026-00001");
        assertThat(get(crew.approver(), url)).hasStatusOk().bodyText().contains("撤下", "标注有效性和关系");
        assertThat(post(crew.approver(), url + "/marks", "mark", "AMENDED", "by", "x", "from", "不是日期"))
                .hasStatus(422);
        assertThat(post(crew.approver(), url + "/withdrawal", "reason", "数据有误")).hasStatus3xxRedirection();
        assertThat(get(crew.approver(), "/office/publications?tab=WITHDRAWN"))
                .bodyText()
                .contains("关于&lt;夜间&gt;通关的公告");
    }

    @Test
    void aFormThatFailsComesBackWithWhatWasTyped() {
        assertThat(post(
                        crew.importer(),
                        "/office/publications",
                        "commandId",
                        UUID.randomUUID().toString(),
                        "title",
                        "只有标题",
                        "documentDate",
                        "2026-02-30"))
                .hasStatus(422)
                .bodyText()
                .contains("只有标题", "没有“2026-02-30”这一天");
    }

    @Test
    void strangersSeeNothingAndNonsenseIsNeverAnIncident() {
        String url = create("安排。");
        Person stranger = people.person("孙某", people.authority("澜州海关").id(), "DISCLOSURE_OFFICER");
        assertThat(get(stranger, url)).hasStatus(404);
        assertThat(post(stranger, url + "/review", "version", "0")).hasStatus(404);
        Person nobody = people.person("钱某", crew.customs().id());
        assertThat(get(nobody, "/office/publications")).hasStatusOk();
        assertThat(get(nobody, "/office/publications/new").getResponse().getStatus())
                .isIn(403, 404, 409);
        for (String bad : List.of(
                "/office/publications?tab=NONSENSE&cursor=%%25&q=%00&topic=%27",
                "/office/publications?cursor=abc",
                "/office/publications?tab=PUBLISHED&q=%22%28*",
                "/office/publications/999999999",
                "/office/publications/abc",
                url + "/attachments/%00",
                "/office/release-reviews/0",
                "/office/release-reviews/abc/files/x")) {
            assertThat(get(crew.importer(), bad.replace("%%25", "%25"))
                            .getResponse()
                            .getStatus())
                    .as(bad)
                    .isLessThan(500);
        }
        assertThat(post(crew.importer(), url, "version", "x", "title", "\0")
                        .getResponse()
                        .getStatus())
                .isLessThan(500);
        assertThat(post(
                                crew.importer(),
                                url,
                                "version",
                                version(url),
                                "title",
                                "a\0b",
                                "text",
                                "\0",
                                "documentDate",
                                "2026-03-02",
                                "topic",
                                "cargo",
                                "type",
                                "ANNOUNCEMENT",
                                "section",
                                "documents",
                                "summary",
                                "\0")
                        .getResponse()
                        .getStatus())
                .isLessThan(500);
        assertThat(post(crew.importer(), url + "/discarding", "version", "0", "reason", "\0")
                        .getResponse()
                        .getStatus())
                .isLessThan(500);
    }
}
