package org.guanwu.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.guanwu.GuanwuTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@GuanwuTest
class DeadlinePagesTests {

    private final MockMvcTester mvc;

    DeadlinePagesTests(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    private MvcTestResult get(String query) {
        return mvc.get().uri("/working-days" + query).exchange();
    }

    private static Document page(MvcTestResult result) throws Exception {
        return Jsoup.parse(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void asksFirstAndIsReadableWithoutScript() throws Exception {
        var result = get("");
        assertThat(result).hasStatusOk();
        var page = page(result);
        assertThat(page.select("form[method=get][action=/working-days]")).hasSize(1);
        assertThat(page.select("form [name]:not([id])")).isEmpty();
        for (var field : page.select("main form :is(input, select)")) {
            assertThat(page.select("label[for=" + field.id() + "]"))
                    .as(field.id())
                    .hasSize(1);
        }
        assertThat(page.select("option[value=disclosurerequest.reply]").text()).contains("20 个工作日");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("[style], [onclick], main script")).isEmpty();
    }

    @Test
    void explainsTheDateInWordsAndInAGrid() throws Exception {
        var page = page(get("?from=2026-09-24&amount=20&unit=WORKING_DAY&pausedOn=2026-10-13&resumedOn=2026-10-19"));
        assertThat(page.select(".status .now").text()).contains("2026年11月4日");
        assertThat(page.text())
                .contains(
                        "2026年9月24日（周四）起算，当天不算，2026年9月28日（周一）是第 1 天",
                        "中秋节 3 天、国庆节 7 天放假，不算",
                        "2026年10月10日（周六）是国庆节调休上班，算第 6 天",
                        "其间 4 个工作日不算",
                        "国办发明电〔2025〕7号");
        assertThat(page.select("table.cal tbody tr")).hasSize(7);
        assertThat(page.select("td.duecell time").attr("datetime")).isEqualTo("2026-11-04");
        assertThat(page.select("td.pause")).hasSize(4);
        assertThat(page.select("td.make")).hasSize(1);
    }

    @Test
    void namedLimitsFollowTheDayTheyStart() throws Exception {
        assertThat(page(get("?from=2019-05-14&limit=disclosurerequest.reply")).text())
                .contains("2019年6月4日", "第二十四条");
        var page = page(get("?from=2019-05-15&limit=disclosurerequest.reply"));
        assertThat(page.text()).contains("2019年6月13日", "第三十三条");
        assertThat(page.select("input[name=amount]").val()).isEqualTo("20");
    }

    @Test
    void saysProvisionalRolledAndSuspended() throws Exception {
        assertThat(page(get("?from=2029-12-20&amount=20")).text()).contains("暂定");
        assertThat(page(get("?from=2026-09-24&amount=7&unit=CALENDAR_DAY")).text())
                .contains("2026年10月8日", "顺延", "第二百零三条");
        assertThat(page(get("?from=2026-09-24&amount=20&pausedOn=2026-09-28")).text())
                .contains("停钟中");
        assertThat(page(get("?from=2026-09-24&amount=20&restartedOn=2026-10-22&extension=10"))
                        .text())
                .contains("2026年12月3日", "重新计算", "延长 10");
        assertThat(page(get("?from=2026-09-24&amount=20&unit=YEAR")).text()).contains("只列最后八周");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?from=2026-02-30&amount=20",
                "?from=&amount=20",
                "?from=2026-09-24&amount=0",
                "?from=2026-09-24&amount=x",
                "?from=2026-09-24&amount=20&unit=WEEK",
                "?from=2026-09-24&limit=none",
                "?from=2026-09-24&amount=20&resumedOn=2026-10-01",
                "?from=2026-09-24&amount=20&pausedOn=2026-10-05&resumedOn=2026-10-01",
                "?from=2026-09-24&amount=20&pausedOn=2026-09-01",
                "?from=2026-09-24&amount=20&pausedOn=2026-10-01&resumedOn=2026-10-20&restartedOn=2026-10-08",
                "?from=2026-09-24&amount=20&extension=99999",
                "?from=9999-12-30&amount=20",
                "?from=0001-01-01&amount=20",
                "?from=%3Cscript%3Ealert(1)%3C/script%3E&amount=20"
            })
    void saysAtTheFieldWhatIsWrongAndKeepsWhatWasTyped(String query) throws Exception {
        var result = get(query);
        assertThat(result).hasStatus(422);
        var page = page(result);
        assertThat(page.select(".error-summary[role=alert] a")).isNotEmpty();
        for (var link : page.select(".error-summary a")) {
            assertThat(page.select(link.attr("href"))).as(link.text()).hasSize(1);
        }
        assertThat(page.title()).startsWith("错误：");
        assertThat(page.select("main script")).isEmpty();
    }

    @Test
    void speaksTraditionalChinese() throws Exception {
        assertThat(page(get("?from=2026-09-24&amount=20&lang=zh-Hant")).text()).contains("個工作日");
    }
}
