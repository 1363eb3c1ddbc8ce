package org.guanwu.foundation.workingday.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.identity.TestPeople;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@GuanwuTest
class CalendarPagesTests {

    private final MockMvcTester mvc;
    private final TestPeople people;
    private final TestPeople.Person drafter;
    private final TestPeople.Person approver;

    CalendarPagesTests(MockMvcTester mvc, TestPeople people) {
        this.mvc = mvc;
        this.people = people;
        var customs = people.authority("云州海关");
        drafter = people.person("江某", customs.id(), "BUSINESS_ADMINISTRATOR");
        approver = people.person("魏某", customs.id(), "BUSINESS_ADMINISTRATOR");
    }

    private MvcTestResult get(TestPeople.Person person, String uri) {
        return mvc.get().uri(uri).with(people.actingAs(person)).exchange();
    }

    private static Document page(MvcTestResult result) throws Exception {
        return Jsoup.parse(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private static <B extends AbstractMockHttpServletRequestBuilder<B>> B notice(B request, int year) {
        return request.param("commandId", UUID.randomUUID().toString())
                .param("kind", "YEAR")
                .param("year", String.valueOf(year))
                .param("noticeNumber", "试发〔" + year + "〕1号")
                .param("title", "关于" + year + "年安排的通知");
    }

    @Test
    void showsTheYearItsSourcesAndWhatIsNotPublished() throws Exception {
        var page = page(get(drafter, "/office/calendar?year=2026"));
        assertThat(page.select("table.mon")).hasSize(12);
        assertThat(page.select("td.mk")).extracting(e -> e.attr("title")).contains("国庆节调休上班");
        assertThat(page.select("td.off").size()).isEqualTo(33);
        assertThat(page.text()).contains("248 个工作日", "国办发明电〔2025〕7号", "尚未公布");
        assertThat(page.select("a[href=/working-days]")).isNotEmpty();
        assertThat(page(get(drafter, "/office/calendar?year=abcd")).select("table.mon"))
                .hasSize(12);
    }

    @Test
    void listsTheTimeLimitsWithTheirArticles() throws Exception {
        var page = page(get(drafter, "/office/calendar/time-limits"));
        assertThat(page.text()).contains("publication.proactive", "第二十六条", "第三十三条", "内部时限", "旧版");
    }

    @Test
    void typedRowsBecomeADraftThatAnotherPersonApproves() throws Exception {
        var created = notice(mvc.post().uri("/office/calendar/changes"), 2051)
                .with(people.actingAs(drafter))
                .param("from", "2051-01-01", "2051-10-02", "")
                .param("to", "", "2051-10-06", "")
                .param("dayKind", "OFF", "OFF", "OFF")
                .param("name", "元旦", "国庆节", "")
                .exchange();
        assertThat(created).hasStatus3xxRedirection();
        String url = created.getResponse().getRedirectedUrl();

        var draft = page(get(drafter, url));
        assertThat(draft.text()).contains("草稿", "国庆节放假", "少于《全国年节及纪念日放假办法》");
        assertThat(draft.select("form[action$=/approve]")).isEmpty();
        assertThat(submit(drafter, url + "/submit", draft)).hasStatus3xxRedirection();
        assertThat(page(get(drafter, url)).select("form[action$=/approve]")).isEmpty();

        var review = page(get(approver, url));
        assertThat(review.select("td.pend")).hasSizeGreaterThan(5);
        assertThat(submit(approver, url + "/approve", review)).hasStatus3xxRedirection();
        var inForce = page(get(drafter, url));
        assertThat(inForce.text()).contains("生效");
        assertThat(inForce.select("form[action$=/roll-back]")).hasSize(1);
        assertThat(page(get(drafter, "/office/calendar?year=2051")).text()).contains("国务院安排已载入", "魏某 复核");
    }

    @Test
    void aFormThatFailsComesBackWithEverythingTyped() throws Exception {
        var failed = mvc.post()
                .uri("/office/calendar/changes")
                .with(people.actingAs(drafter))
                .param("commandId", UUID.randomUUID().toString())
                .param("kind", "YEAR")
                .param("year", "20x2")
                .param("noticeNumber", "某号")
                .param("from", "2052-13-01")
                .param("to", "")
                .param("dayKind", "OFF")
                .param("name", "元旦")
                .exchange();
        assertThat(failed).hasStatus(422);
        var page = page(failed);
        assertThat(page.title()).startsWith("错误：");
        assertThat(page.select("[role=alert] li")).hasSize(2);
        assertThat(page.select("input[name=year]").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("input[name=noticeNumber]").val()).isEqualTo("某号");
        assertThat(page.select("input[name=from]").first().val()).isEqualTo("2052-13-01");
    }

    @Test
    void filesAreReadAsJsonAndCsvInBothEncodings() throws Exception {
        String json = """
                {"year": 2053, "papers": ["https://www.gov.cn/x"], "days": [
                 {"date": "2053-01-01", "name": "元旦", "isOffDay": true},
                 {"date": "2053-01-04", "name": "元旦", "isOffDay": false}]}""";
        var fromJson = page(get(drafter, redirectOf(upload(json.getBytes(StandardCharsets.UTF_8)))));
        assertThat(fromJson.text()).contains("2053年", "元旦放假", "元旦调休上班", "https://www.gov.cn/x");
        String csv = "日期,安排,节日\r\n2054-01-01,放假,元旦\r\n2054-01-03,上班,元旦\r\n";
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("GB18030")}) {
            assertThat(page(get(drafter, redirectOf(upload(csv.getBytes(charset)))))
                            .text())
                    .contains("元旦放假");
        }
    }

    @Test
    void everyFaultyLineOfAFileIsNamed() throws Exception {
        var failed = upload(
                "2054-01-01,放假,元旦\n2054-02-30,放假,春节\n2054-03-01,休息?,春节\n2054-03-02\n".getBytes(StandardCharsets.UTF_8));
        assertThat(failed).hasStatus(422);
        assertThat(page(failed).text()).contains("第 2 行", "2054-02-30", "第 3 行", "休息?", "第 4 行");
        for (String bad : new String[] {"", "{", "{}", "[]", "{\"days\":[]}", "{\"days\":[{\"date\":1}]}", "\u0000"}) {
            assertThat(upload(bad.getBytes(StandardCharsets.UTF_8))).as(bad).hasStatus(422);
        }
    }

    @Test
    void movedDatesCanBeExported() {
        var created = notice(mvc.post().uri("/office/calendar/changes"), 2055)
                .with(people.actingAs(drafter))
                .param("from", "2055-01-01")
                .param("to", "")
                .param("dayKind", "OFF")
                .param("name", "元旦")
                .exchange();
        String url = created.getResponse().getRedirectedUrl();
        assertThat(get(drafter, url + "/moves.csv")).hasStatusOk().bodyText().contains("事项,期限");
    }

    @Test
    void othersMayLookButNotChange() {
        var reader = people.person("王某", people.authority("澜州海关").id(), "DRAFTER");
        assertThat(get(reader, "/office/calendar")).hasStatusOk();
        assertThat(get(reader, "/office/calendar/changes/new").getResponse().getStatus())
                .isIn(403, 404);
        assertThat(mvc.get().uri("/office/calendar")).hasStatus3xxRedirection();
    }

    private MvcTestResult upload(byte[] content) {
        return notice(
                        mvc.post()
                                .uri("/office/calendar/changes")
                                .multipart()
                                .file("file", content)
                                .with(people.actingAs(drafter)),
                        2054)
                .param("by", "file")
                .exchange();
    }

    private static String redirectOf(MvcTestResult result) {
        assertThat(result).hasStatus3xxRedirection();
        return result.getResponse().getRedirectedUrl();
    }

    private MvcTestResult submit(TestPeople.Person person, String uri, Document from) {
        var request = mvc.post().uri(uri).with(people.actingAs(person));
        for (String name : new String[] {"version", "revision"}) {
            var field = from.select("form[action=" + uri + "] input[name=" + name + "]");
            if (!field.isEmpty()) {
                request = request.param(name, field.val());
            }
        }
        return request.exchange();
    }
}
