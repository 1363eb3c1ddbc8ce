package org.guanwu.acceptance;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** One visitor's browser: a window size, with or without JavaScript. Every page it stops at is checked and kept as a picture. */
final class Journey implements AutoCloseable {

    /** what the bar forbids; lesser findings are printed */
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private static final Path SCREENSHOTS = Path.of(System.getProperty("guanwu.screenshots", "target/screenshots"));

    private final BrowserContext context;
    private final Page page;
    private final RunningApplication application;
    private final String name;
    private final boolean hasScripts;
    private int pictures;
    private int clicks;

    private Journey(BrowserContext context, RunningApplication application, String name, boolean hasScripts) {
        this.context = context;
        this.page = context.newPage();
        this.application = application;
        this.name = name;
        this.hasScripts = hasScripts;
    }

    static Browser browser(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("guanwu.chromium", "/usr/bin/chromium")))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    static Journey desktop(Browser browser, RunningApplication application, String name, boolean hasScripts) {
        return open(browser, application, name, 1280, 900, hasScripts);
    }

    static Journey phone(Browser browser, RunningApplication application, String name, boolean hasScripts) {
        return open(browser, application, name, 390, 844, hasScripts);
    }

    private static Journey open(
            Browser browser, RunningApplication application, String name, int width, int height, boolean hasScripts) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setJavaScriptEnabled(hasScripts)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(20_000);
        return new Journey(context, application, name + "-" + width + (hasScripts ? "" : "-noscript"), hasScripts);
    }

    Page page() {
        return page;
    }

    Journey go(String path) {
        var response = page.navigate(application.uri(path).toString());
        if (response != null && response.status() >= 500) {
            throw new AssertionError(path + " answered " + response.status());
        }
        return this;
    }

    /** through the role button of the sample person, where he has one, else with his password */
    Journey signInAs(String account) {
        go("/sign-in");
        var door = page.locator("button[name=account][value='" + account + "']");
        if (door.count() > 0) {
            door.click();
            page.waitForLoadState();
            return this;
        }
        page.locator("input[name=account]").fill(account);
        page.locator("input[name=password]").fill(RunningApplication.PASSWORD);
        page.locator("form[action='/sign-in'] button").click();
        page.waitForLoadState();
        return this;
    }

    /** counted: the click budget of the design notes */
    Journey click(String selector) {
        page.locator(selector).first().click();
        page.waitForLoadState();
        clicks++;
        return this;
    }

    Journey fill(String selector, String text) {
        page.locator(selector).first().fill(text);
        return this;
    }

    int clicks() {
        return clicks;
    }

    Journey resetClicks() {
        clicks = 0;
        return this;
    }

    boolean shows(String text) {
        return page.content().contains(text);
    }

    /** a picture, no sideways scroll, and with scripts on no grave finding of axe */
    Journey look(String what) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve("%s-%02d-%s.png".formatted(name, ++pictures, what)))
                .setFullPage(true));
        if (!hasScripts) {
            return this;
        }
        Object overflow = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
        if (overflow instanceof Number pixels && pixels.intValue() > 0) {
            throw new AssertionError(what + " (" + name + ") scrolls sideways by " + pixels + " px");
        }
        var findings = new AxeBuilder(page).analyze().getViolations();
        findings.forEach(rule -> System.out.printf(
                "axe %s %s: %s %s on %d places%n",
                name, what, rule.getImpact(), rule.getId(), rule.getNodes().size()));
        var grave = findings.stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .map(rule -> rule.getId() + " at " + rule.getNodes().getFirst().getTarget())
                .toList();
        if (!grave.isEmpty()) {
            throw new AssertionError(what + " (" + name + "): " + grave);
        }
        return this;
    }

    @Override
    public void close() {
        context.close();
    }
}
