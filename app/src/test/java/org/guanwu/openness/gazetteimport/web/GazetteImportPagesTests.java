package org.guanwu.openness.gazetteimport.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.identity.TestPeople;
import org.guanwu.foundation.identity.TestPeople.Person;
import org.guanwu.openness.gazetteimport.ImportScenario;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@GuanwuTest
class GazetteImportPagesTests {

    private final MockMvcTester mvc;
    private final TestPeople people;
    private final ImportScenario scenario;

    GazetteImportPagesTests(MockMvcTester mvc, TestPeople people, ImportScenario scenario) {
        this.mvc = mvc;
        this.people = people;
        this.scenario = scenario;
    }

    private MvcTestResult upload(Person person, String command, String name, byte[] content) {
        return mvc.post()
                .uri("/office/gazette-imports")
                .multipart()
                .file(new MockMultipartFile("files", name, "application/octet-stream", content))
                .param("commandId", command)
                .with(people.actingAs(person))
                .exchange();
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

    @Test
    void chooseMapTryAndSendForReview() {
        var crew = scenario.crew();
        String csv = "标题,文号,成文日期,内容\n关于<甲>的公告,公告〔2012〕1号,2012-01-02,一、安排。\n坏行,公告〔2012〕2号,2012-13-02,二。\n";
        String command = UUID.randomUUID().toString();
        byte[] gbk = csv.getBytes(java.nio.charset.Charset.forName("GB18030"));
        var first = upload(crew.importer(), command, "公告.csv", gbk);
        assertThat(first).hasStatus3xxRedirection();
        String url = first.getResponse().getRedirectedUrl();
        assertThat(upload(crew.importer(), command, "公告.csv", gbk).getResponse().getRedirectedUrl())
                .isEqualTo(url);
        assertThat(get(crew.importer(), url)).hasStatusOk().bodyText().contains("列的对应", "关于&lt;甲&gt;的公告", "试导入 2 行");
        assertThat(post(crew.importer(), url + "/mapping", "column", "标题", "field", "TITLE"))
                .hasStatus(422)
                .bodyText()
                .contains("请指出哪一列是正文");
        long batch = Long.parseLong(url.substring(url.lastIndexOf('/') + 1));
        scenario.check(crew, batch);
        assertThat(get(crew.importer(), url)).bodyText().contains("没有这一天", "送审，批准后导入 1 行", "report.csv");
        assertThat(get(crew.importer(), url + "/report.csv"))
                .hasStatusOk()
                .bodyText()
                .contains("3,不能导入,成文日期,2012-13-02");
        assertThat(post(crew.importer(), url + "/review")).hasStatus3xxRedirection();
        assertThat(get(crew.officer(), url)).hasStatusOk().bodyText().contains("看审查进行到哪里");
        assertThat(get(crew.importer(), "/office/gazette-imports"))
                .hasStatusOk()
                .bodyText()
                .contains("公告.csv", "公开前审查");
    }

    @Test
    void strangersSeeNothingAndNonsenseIsNeverAnIncident() {
        var crew = scenario.crew();
        long batch = scenario.open(crew, "x.jsonl", "{\"正文\":\"甲\"}");
        var stranger = people.person("孙某", people.authority("澜州海关").id(), "DISCLOSURE_OFFICER");
        String url = "/office/gazette-imports/" + batch;
        assertThat(get(stranger, url)).hasStatus(404);
        assertThat(post(stranger, url + "/pause")).hasStatus(404);
        assertThat(get(stranger, url + "/report.csv")).hasStatus(404);
        for (byte[] content : List.of(
                new byte[] {0, 1, 2},
                "\0\0".getBytes(StandardCharsets.UTF_8),
                "{\"正文\":\"\\u0000\"}".getBytes(StandardCharsets.UTF_8),
                "\"unclosed".getBytes(StandardCharsets.UTF_8),
                "[]".getBytes(StandardCharsets.UTF_8),
                ("{\"a\":" + "[".repeat(3000)).getBytes(StandardCharsets.UTF_8),
                new byte[] {'P', 'K', 3, 4, 9, 9, 9})) {
            for (String name : List.of("a.jsonl", "a.csv", "a.xlsx", "a.zip", "a.pdf", "a.docx", "../a", "")) {
                assertThat(upload(crew.importer(), UUID.randomUUID().toString(), name, content)
                                .getResponse()
                                .getStatus())
                        .as(name)
                        .isLessThan(500);
            }
        }
        assertThat(upload(crew.importer(), "nonsense", "a.csv", new byte[] {'a'}))
                .hasStatus(422);
        assertThat(post(crew.importer(), "/office/gazette-imports")).hasStatus(422);
        assertThat(get(crew.importer(), "/office/gazette-imports?cursor=!!")
                        .getResponse()
                        .getStatus())
                .isLessThan(500);
        assertThat(get(crew.importer(), "/office/gazette-imports/abc")
                        .getResponse()
                        .getStatus())
                .isLessThan(500);
        assertThat(post(crew.importer(), url + "/mapping", "column", "\0", "field", "TEXT")
                        .getResponse()
                        .getStatus())
                .isLessThan(500);
        assertThat(post(crew.importer(), url + "/review").getResponse().getStatus())
                .isEqualTo(409);
        assertThat(post(crew.approver(), url + "/roll-back").getResponse().getStatus())
                .isEqualTo(409);
    }
}
