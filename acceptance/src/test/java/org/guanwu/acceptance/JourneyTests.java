package org.guanwu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main jobs in a real browser, at desktop and phone width, with and without JavaScript. */
class JourneyTests {

    private static RunningApplication application;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() {
        application = RunningApplication.startDemo(RunningApplication.freshDirectory("journey-"));
        playwright = Playwright.create();
        browser = Journey.browser(playwright);
    }

    @AfterAll
    static void stop() {
        browser.close();
        playwright.close();
        application.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("公众：首页、列表、文件、检索、订阅，电脑和手机，有无脚本")
    void thePublicFindsADocument(boolean hasScripts) {
        for (Journey visitor : List.of(
                Journey.desktop(browser, application, "public", hasScripts),
                Journey.phone(browser, application, "public", hasScripts))) {
            try (visitor) {
                visitor.go("/").look("home");
                visitor.go("/documents").look("list");
                visitor.click("ol.doclist h3 a").look("document");
                assertThat(visitor.page().locator("table.idtable").innerText())
                        .contains("索引号", "主题分类", "发文机关", "成文日期", "标题", "发文字号", "发布日期", "有效性");
                visitor.go("/search");
                visitor.fill("main input[name=q]", "减免税 单证");
                visitor.click("main form button").look("search");
                assertThat(visitor.shows("<mark>")).isTrue();
                visitor.go("/working-days?from=2026-09-24&workingDays=20").look("working-days");
                visitor.go("/documents/NOSUCH000/2026-00001").look("not-found");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?lang=zh-Hant", "?lang=en", "?view=elder"})
    @DisplayName("公众：繁体、英文、长者模式")
    void thePortalSpeaksOtherwise(String variant) {
        String name = variant.replaceAll("\\W", "");
        try (Journey visitor = Journey.desktop(browser, application, "portal-" + name, true)) {
            visitor.go("/" + variant).look("home");
            visitor.go("/documents" + variant).look("list");
            visitor.click("ol.doclist h3 a").look("document");
        }
        try (Journey visitor = Journey.phone(browser, application, "portal-" + name, true)) {
            visitor.go("/" + variant).look("home");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("办公：待办中签发一件，两次点击")
    void theLeaderSignsWithTwoClicks(boolean hasScripts) {
        try (Journey leader = hasScripts
                ? Journey.phone(browser, application, "sign", true)
                : Journey.desktop(browser, application, "sign", false)) {
            leader.signInAs("li.gh").go("/office/inbox").look("inbox").resetClicks();
            leader.click("table.ib a.ti");
            String title = leader.page().locator("h1").first().innerText();
            leader.look("matter");
            leader.click("form[data-primary] .pri, .act form .btn.pri").look("after");
            assertThat(leader.clicks()).as("clicks from the inbox to the signature").isLessThanOrEqualTo(2);
            leader.go("/office/inbox");
            assertThat(leader.page().locator("table.ib").count() == 0 || !leader.page().locator("table.ib").innerText().contains(title))
                    .as("signed and gone from the inbox")
                    .isTrue();
        }
    }

    @Test
    @DisplayName("起草：密级标志被拒绝，已写的内容还在")
    void draftingRefusesASecrecyMarking() {
        try (Journey drafter = Journey.desktop(browser, application, "draft", true)) {
            drafter.signInAs("wang.ym").go("/office/outgoing-documents/new").look("choose-type");
            drafter.page()
                    .locator("main button", new Page.LocatorOptions().setHasText("通知"))
                    .first()
                    .click();
            drafter.page().waitForURL("**/edit**");
            drafter.look("draft");
            drafter.fill("[name=title]", "云州海关关于测试起草的通知");
            drafter.fill("textarea[name=body]", "机密★5年\n现将有关事项通知如下：\n一、请认真执行。");
            drafter.page().locator("main form[data-primary] .pri, main form button.pri").first().click();
            drafter.page().waitForSelector("text=疑似国家秘密，没有保存");
            drafter.look("refused");
            drafter.page().goBack();
            assertThat(drafter.page().locator("textarea[name=body]").inputValue())
                    .as("what was typed is still in the form")
                    .contains("机密★5年");
        }
    }

    @Test
    @DisplayName("各岗位的页面：无严重无障碍问题，不横向滚动")
    void everyRolesPages() {
        var pages = Map.of(
                "wang.ym", List.of("/office/inbox", "/office/inbox?tab=done", "/office/outgoing-documents", "/office/outgoing-documents/new", "/office/account", "/office/notices"),
                "luo.qy", List.of("/office/inbox", "/office/publications", "/office/gazette-imports", "/office/search?q=查验"),
                "tang.yz", List.of("/office/inbox"),
                "fang.zk", List.of("/office/administration", "/office/route-templates", "/office/number-rules", "/office/number-register", "/office/calendar"),
                "admin.system", List.of("/office/organization", "/office/accounts"),
                "admin.security", List.of("/office/roles"),
                "admin.audit", List.of("/office/ledger"));
        pages.forEach((account, paths) -> {
            for (boolean isPhone : new boolean[] {false, true}) {
                try (Journey person = isPhone
                        ? Journey.phone(browser, application, account, true)
                        : Journey.desktop(browser, application, account, true)) {
                    person.signInAs(account);
                    for (String path : paths) {
                        person.go(path);
                        assertThat(person.page().title()).as(account + " at " + path).doesNotContain("没有这个页面");
                        person.look(path.replaceAll("[^a-z]+", "-").replaceFirst("-office-", ""));
                    }
                }
            }
        });
    }

    @Test
    @DisplayName("打开待办中的事项：公文、公开前审查")
    void mattersOfTheInbox() {
        for (String account : List.of("zhou.lh", "xu.mh", "tang.yz", "shen.lj", "wu.yl", "luo.qy")) {
            try (Journey person = Journey.desktop(browser, application, "matter-" + account, true)) {
                person.signInAs(account).go("/office/inbox");
                if (person.page().locator("table.ib a.ti").count() > 0) {
                    person.click("table.ib a.ti").look("matter");
                }
            }
            try (Journey person = Journey.phone(browser, application, "matter-" + account, true)) {
                person.signInAs(account).go("/office/inbox");
                if (person.page().locator("table.ib a.ti").count() > 0) {
                    person.click("table.ib a.ti").look("matter");
                }
            }
        }
    }
}
