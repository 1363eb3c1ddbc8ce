package org.guanwu.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.filestore.FileStore;
import org.guanwu.foundation.filestore.UploadPolicy;
import org.guanwu.openness.publication.Validity;
import org.guanwu.portal.PublishedSample;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@GuanwuTest
class PortalPagesTests {

    private final MockMvcTester mvc;
    private final PublishedSample sample;
    private final FileStore files;

    PortalPagesTests(MockMvcTester mvc, JdbcClient jdbc, FileStore files) {
        this.mvc = mvc;
        this.files = files;
        this.sample = new PublishedSample(jdbc);
    }

    @Test
    @DisplayName("国办公开办函〔2019〕61号：页头八项的名称和顺序")
    void theStandardHeadHasItsEightNamesInOrder() {
        Document page = page("/documents/" + sample.publish(1, "关于集中报关的公告", Validity.NOT_YET_IN_FORCE));
        assertThat(page.select(".idtable th").eachText())
                .containsExactly("索引号", "主题分类", "发文机关", "成文日期", "标题", "发文字号", "发布日期", "有效性");
        assertThat(page.select(".idtable td").eachText())
                .containsExactly(
                        sample.number(1),
                        "加工贸易保税监管",
                        "云州海关",
                        "2026年10月16日",
                        "关于集中报关的公告",
                        "云州海关公告2026年第1号",
                        "2026年10月20日",
                        "尚未施行　2026年11月20日起施行");
        assertThat(page.select("h1").eachText()).containsExactly("关于集中报关的公告");
        assertThat(page.select(".toc a").eachText()).startsWith("一、适用范围", "二、期限");
        assertThat(page.select("meta[name=ArticleTitle]").attr("content")).isEqualTo("关于集中报关的公告");
        assertThat(page.select("[itemprop=datePublished]").attr("datetime")).isEqualTo("2026-10-20");
    }

    @Test
    void aDocumentIsNotSentAgainWhenItIsKnown() {
        String url = "/documents/" + sample.publish(2, "关于缓存的公告", Validity.IN_FORCE);
        MvcTestResult first = get(url);
        String tag = first.getResponse().getHeader("ETag");
        assertThat(first).hasStatusOk();
        assertThat(tag).matches("\"[0-9a-f]{24}\"");
        assertThat(first.getResponse().getHeader("Cache-Control"))
                .isEqualTo("public, max-age=60, stale-while-revalidate=300");
        assertThat(first.getResponse().getHeader("Content-Security-Policy")).contains("default-src 'self'");
        MvcTestResult again = mvc.get().uri(url).header("If-None-Match", tag).exchange();
        assertThat(again).hasStatus(304);
        assertThat(again.getResponse().getContentLength()).isZero();
        MvcTestResult zipped =
                mvc.get().uri(url).header("Accept-Encoding", "gzip, br").exchange();
        assertThat(zipped.getResponse().getHeader("Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.getResponse().getHeader("ETag")).isNotEqualTo(tag);
        assertThat(get(url + "?view=elder").getResponse().getHeader("ETag")).isNotEqualTo(tag);
    }

    @Test
    void speaksThreeLanguagesAndKeepsTheAddress() {
        String url = "/documents/" + sample.publish(3, "关于简体转换的公告", Validity.IN_FORCE);
        Document english = page(url + "?lang=en");
        assertThat(english.select("html").attr("lang")).isEqualTo("en");
        assertThat(english.select(".idtable th").first().text()).isEqualTo("Catalogue no.");
        assertThat(english.select("article").attr("lang")).isEqualTo("zh-CN");
        assertThat(english.select(".site-nav a").first().attr("href")).contains("lang=en");
        Document traditional = page(url + "?lang=zh-Hant");
        assertThat(traditional.select("h1").text()).isEqualTo("關於簡體轉換的公告");
        assertThat(traditional.select(".idtable th").first().text()).isEqualTo("索引號");
        assertThat(traditional.select(".official p").first().text()).contains("綜保區內企業");
        assertThat(get(url + "?lang=en").getResponse().getHeaders("Set-Cookie"))
                .anyMatch(c -> c.startsWith("portal_lang=en") && c.contains("HttpOnly"));
        Document byCookie = Jsoup.parse(
                body(mvc.get().uri(url).cookie(new Cookie("portal_lang", "en")).exchange()));
        assertThat(byCookie.select("html").attr("lang")).isEqualTo("en");
        assertThat(byCookie.select(".site-nav a").first().attr("href")).doesNotContain("lang=");
        assertThat(page(url + "?lang=klingon").select("html").attr("lang")).isEqualTo("zh-CN");
    }

    @Test
    void elderModeIsCarriedInLinksAndCanBeLeft() {
        Document page = page("/documents?view=elder");
        assertThat(page.select("html").hasClass("elder")).isTrue();
        assertThat(page.select(".strip a").first().text()).isEqualTo("退出长者模式");
        assertThat(page.select(".strip a").first().attr("href")).isEqualTo("/documents?view=standard");
        assertThat(page.select(".site-id").attr("href")).isEqualTo("/?view=elder");
    }

    @Test
    void aWithdrawnDocumentKeepsItsHeadAndLosesItsText() {
        String number = sample.publish(4, "将撤下的公告", Validity.IN_FORCE);
        sample.withdraw(number);
        Document page = page("/documents/" + number);
        assertThat(page.text()).contains(number, "附件数据有误", "2026年11月1日").doesNotContain("综保区内企业");
        assertThat(get("/documents/" + number + ".pdf")).hasStatus(404);
    }

    @Test
    void onlyFilesOfThePublishedVersionAreHandedOut() {
        String number = sample.publish(6, "关于附件的公告", Validity.IN_FORCE);
        byte[] text = ("附件内容" + number).getBytes(StandardCharsets.UTF_8);
        var own = files.store(new ByteArrayInputStream(text), "办事 清单.txt", UploadPolicy.attachment("file"));
        var foreign = files.store(
                new ByteArrayInputStream(("别件" + number).getBytes(StandardCharsets.UTF_8)),
                "别件.txt",
                UploadPolicy.attachment("file"));
        sample.attach(number, own.digest(), "办事 清单.txt", "text/plain", text.length);
        String url = "/documents/" + number + "/attachments/";
        assertThat(page("/documents/" + number).select("#files a").attr("href")).isEqualTo(url + own.digest());
        MvcTestResult download = get(url + own.digest());
        assertThat(download).hasStatusOk();
        assertThat(download.getResponse().getContentAsByteArray()).isEqualTo(text);
        assertThat(download.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(get(url + foreign.digest())).hasStatus(404);
        sample.withdraw(number);
        assertThat(get(url + own.digest())).hasStatus(404);
    }

    @Test
    void aPdfIsMade() {
        String number = sample.publish(5, "关于版式文件的公告", Validity.IN_FORCE);
        var response = get("/documents/" + number + ".pdf").getResponse();
        assertThat(response.getContentType()).isEqualTo("application/pdf");
        assertThat(new String(response.getContentAsByteArray(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(response.getHeader("ETag")).isNotNull();
    }

    @Test
    void theListFiltersPagesAndNamesWhatIsChosen() {
        for (int i = 10; i < 33; i++) {
            sample.publish(i, "列表公告" + i, i == 10 ? Validity.REPEALED : Validity.IN_FORCE);
        }
        Document first = page("/documents?unit=" + sample.unit);
        assertThat(first.select(".listhead h2").text()).isEqualTo("23 件，第 1—20 件");
        assertThat(first.select(".doclist li")).hasSize(20);
        Document second = page(first.select("a[rel=next]").attr("href"));
        assertThat(second.select(".listhead h2").text()).isEqualTo("23 件，第 21—23 件");
        assertThat(second.select(".doclist li")).hasSize(3);
        assertThat(page(second.select("a[rel=prev]").attr("href")).select(".doclist li"))
                .hasSize(20);
        Document repealed = page("/documents?unit=" + sample.unit + "&validity=REPEALED");
        assertThat(repealed.select(".doclist li")).hasSize(1);
        assertThat(repealed.select(".chosen a").eachText()).contains("废止或失效");
        String csv = body(get("/documents.csv?unit=" + sample.unit));
        assertThat(csv.lines().count()).isEqualTo(24);
    }

    @Test
    void theHomePageShowsSectionsThatHaveContent() {
        sample.publish(40, "首页公告", Validity.IN_FORCE);
        Document page = page("/");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select(".hero form input[name=q]")).hasSize(1);
        assertThat(page.select(".doclist.dated li").size()).isBetween(1, 5);
        assertThat(page.select("script")).isEmpty();
        assertThat(page.select("[style]")).isEmpty();
    }

    @Test
    void unknownPathsGetThePortalPage() {
        for (String path :
                List.of("/no-such", "/documents/123456789/2026-99999", "/sections/none", "/feeds/none.atom")) {
            MvcTestResult result = get(path);
            assertThat(result).hasStatus(404);
            assertThat(body(result)).contains("没有这个页面").contains("site-foot");
        }
        MvcTestResult json = get("/api/v1/documents/123456789/2026-99999");
        assertThat(json).hasStatus(404);
        assertThat(json.getResponse().getContentType()).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/documents?cursor=%25%25%25",
                "/documents?cursor=AAAA&page=-1",
                "/documents?year=abc&unit=99999999999999999999&validity=X&topic=%00",
                "/documents?from=2026-13-45&to=x",
                "/search?q=%22%22%22&page=99999999999",
                "/search?q=%E2%80%9C%5B%28&year=20266&order=x",
                "/search?page=100&q=%E5%85%AC%E5%91%8A",
                "/search?q=&validity=IN_FORCE",
                "/?lang=%00&view=%3Cscript%3E",
                "/sitemaps/999999999999999999.xml",
                "/documents.csv?section=%27&year=1",
            })
    void malformedAddressesShowAPage(String url) {
        assertThat(get(url)).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/documents?year=abc",
                "/api/v1/documents?cursor=%25%25",
                "/api/v1/documents?limit=0",
                "/api/v1/documents?limit=1000000000000",
                "/api/v1/documents?from=yesterday",
                "/api/v1/search?q=a&page=101",
                "/api/v1/search?q=a&validity=WHAT",
            })
    void programsAreToldWhatIsWrong(String url) {
        assertThat(get(url)).hasStatus(422);
    }

    @Test
    void neverFailsOnRandomParameters() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        String[] paths = {
            "/", "/documents", "/search", "/sections/statutory", "/api/v1/documents", "/api/v1/search", "/documents.csv"
        };
        String[] names = {
            "q",
            "page",
            "cursor",
            "year",
            "unit",
            "topic",
            "type",
            "validity",
            "from",
            "to",
            "lang",
            "view",
            "order",
            "section",
            "limit"
        };
        String[] values = {
            "",
            "0",
            "-1",
            "2026",
            "x",
            "%00",
            "%27%20or%201=1",
            "%3Cscript%3E",
            "%E2%80%9C",
            "IN_FORCE",
            "a".repeat(3000),
            "%F0%9F%98%80",
            "..%2F",
            "null",
            "1e9"
        };
        for (int i = 0; i < 300; i++) {
            var url = new StringBuilder(paths[random.nextInt(paths.length)]);
            for (int n = 0; n < 1 + random.nextInt(4); n++) {
                url.append(n == 0 ? '?' : '&').append(names[random.nextInt(names.length)]);
                url.append('=').append(values[random.nextInt(values.length)]);
            }
            assertThat(get(url.toString()).getResponse().getStatus())
                    .as(url.toString())
                    .isLessThan(500);
        }
    }

    private MvcTestResult get(String url) {
        return mvc.get().uri(java.net.URI.create(url)).exchange();
    }

    private Document page(String url) {
        MvcTestResult result = get(url);
        assertThat(result).hasStatusOk();
        return Jsoup.parse(body(result));
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
