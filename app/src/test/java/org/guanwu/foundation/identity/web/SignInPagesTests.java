package org.guanwu.foundation.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.identity.AccountIntake;
import org.guanwu.foundation.identity.TestPeople;
import org.guanwu.foundation.organization.OrganizationIntake;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@GuanwuTest
class SignInPagesTests {

    private static final String PASSWORD = "Kunyu-2026-shan";

    private final MockMvcTester mvc;
    private final TestPeople people;
    private final AccountIntake accounts;
    private final OrganizationIntake organization;
    private final JdbcClient jdbc;

    SignInPagesTests(
            MockMvcTester mvc,
            TestPeople people,
            AccountIntake accounts,
            OrganizationIntake organization,
            JdbcClient jdbc) {
        this.mvc = mvc;
        this.people = people;
        this.accounts = accounts;
        this.organization = organization;
        this.jdbc = jdbc;
    }

    private String account() {
        return people.personWithPassword("王某", people.authority("云州海关").id(), PASSWORD, false)
                .accountName();
    }

    private MvcTestResult post(String account, String password) {
        return mvc.post()
                .uri("/sign-in")
                .with(csrf())
                .param("account", account)
                .param("password", password)
                .param("next", "/office/outgoing-documents/7")
                .exchange();
    }

    @Test
    void showsTheFormWithoutASecretAndWithStrictHeaders() {
        assertThat(mvc.get().uri("/sign-in"))
                .hasStatusOk()
                .hasHeader("X-Content-Type-Options", "nosniff")
                .headers()
                .hasValue("X-Frame-Options", "DENY")
                .hasHeaderSatisfying("Content-Security-Policy", values -> assertThat(values)
                        .singleElement()
                        .asString()
                        .contains("default-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        assertThat(mvc.get().uri("/sign-in")).bodyText().contains("_csrf", "海关办公与政务公开");
    }

    @Test
    void aPageOfTheOfficeLeadsToTheSignInAndBack() {
        assertThat(mvc.get().uri("/office/outgoing-documents/7?view=read"))
                .hasStatus(303)
                .headers()
                .hasValue("Location", "/sign-in?next=%2Foffice%2Foutgoing-documents%2F7%3Fview%3Dread");

        var signedIn = post(account(), PASSWORD);

        assertThat(signedIn).hasStatus3xxRedirection().hasRedirectedUrl("/office/outgoing-documents/7");
        Cookie session = signedIn.getResponse().getCookie("guanwu-session");
        assertThat(session).isNotNull();
        assertThat(session.isHttpOnly()).isTrue();
    }

    @Test
    void wrongPasswordAndUnknownAccountLookTheSame() {
        String known = post(account(), "wrong").getResponse().getStatus() + "";
        var unknown = post("nobody" + UUID.randomUUID().toString().substring(0, 6), "wrong");

        assertThat(known).isEqualTo("422");
        assertThat(unknown).hasStatus(422).bodyText().contains("账号或口令不正确。");
    }

    @Test
    void theFifthFailureLocksTheNameWhetherItExistsOrNot() {
        String known = account();
        String unknown = "u" + UUID.randomUUID().toString().substring(0, 8);
        for (String name : new String[] {known, unknown}) {
            for (int i = 1; i < 5; i++) {
                assertThat(post(name, "wrong")).bodyText().contains("账号或口令不正确。");
            }
            assertThat(post(name, "wrong")).bodyText().contains("连续失败 5 次");
            assertThat(post(name, PASSWORD)).hasStatus(422).bodyText().contains("已锁定");
        }
    }

    @Test
    void aFirstPasswordMustBeChangedBeforeAnythingElse() {
        String name = people.personWithPassword("陈某", people.authority("澜州海关").id(), PASSWORD, true)
                .accountName();

        var first = post(name, PASSWORD);
        assertThat(first).hasRedirectedUrl("/sign-in/password");
        Cookie pending = session(first);
        assertThat(mvc.get().uri("/office/account").cookie(pending)).hasStatus(303);

        assertThat(change(pending, "wrong", "Shangu-2027-he", "Shangu-2027-he"))
                .hasStatus(422)
                .bodyText()
                .contains("原口令不正确。");
        assertThat(change(pending, PASSWORD, "short", "short")).bodyText().contains("至少 10 位");
        assertThat(change(pending, PASSWORD, "Shangu-2027-he", "Shangu-2028-he"))
                .bodyText()
                .contains("两次输入的新口令不一致");
        assertThat(change(pending, PASSWORD, PASSWORD, PASSWORD)).bodyText().contains("不能与最近 5 次");

        var done = change(pending, PASSWORD, "Shangu-2027-he", "Shangu-2027-he");
        assertThat(done).hasStatus3xxRedirection();
        assertThat(session(done).getValue()).isNotEqualTo(pending.getValue());
    }

    private MvcTestResult change(Cookie session, String current, String password, String repeated) {
        return mvc.post()
                .uri("/sign-in/password")
                .with(csrf())
                .cookie(session)
                .param("current", current)
                .param("password", password)
                .param("repeated", repeated)
                .exchange();
    }

    @Test
    void aFormWithoutItsTokenIsSentBack() {
        assertThat(mvc.post().uri("/sign-in").param("account", "x").param("password", "y"))
                .hasStatus(303)
                .headers()
                .hasValue("Location", "/sign-in?expired");
        Cookie session = session(post(account(), PASSWORD));
        assertThat(mvc.post().uri("/office/account/password").cookie(session).param("current", "x"))
                .hasStatus(403);
        assertThat(mvc.post().uri("/office/account/password").param("current", "x"))
                .hasStatus(303)
                .headers()
                .hasValue("Location", "/sign-in");
    }

    @Test
    void onlyPagesOfTheOfficeAreReturnedTo() {
        for (String evil :
                new String[] {"https://evil.example/", "//evil.example", "/\\evil.example", "/office\n", ""}) {
            var result = mvc.post()
                    .uri("/sign-in")
                    .with(csrf())
                    .param("account", account())
                    .param("password", PASSWORD)
                    .param("next", evil)
                    .exchange();
            assertThat(result).hasRedirectedUrl("/office/inbox");
        }
    }

    @Test
    void nothingTypedBreaksIt() {
        for (String odd :
                new String[] {"\0", "'; drop table x --", "%00", "\ud800", "你".repeat(5000), "a b", "<script>"}) {
            assertThat(post(odd, odd)).hasStatus(422).bodyText().doesNotContain("<script>", "Exception");
            assertThat(mvc.get().uri("/sign-in").param("next", odd)).hasStatusOk();
            assertThat(mvc.post().uri("/sign-in/second-factor").with(csrf()).param("code", odd))
                    .hasStatus3xxRedirection();
            assertThat(mvc.post().uri("/sign-in/demo").with(csrf()).param("account", odd))
                    .hasStatus(404);
        }
    }

    @Test
    void aSessionShowsInTheListAndEndsWhenItIsRevoked() {
        String name = account();
        Cookie first = session(post(name, PASSWORD));
        Cookie second = session(post(name, PASSWORD));
        var page = mvc.get().uri("/office/account/sessions").cookie(first).exchange();
        assertThat(page).hasStatusOk().bodyText().contains("这一处", "退出其他全部登录");

        var document = Jsoup.parse(body(page));
        assertThat(mvc.post()
                        .uri("/office/account/sessions/end")
                        .cookie(first)
                        .param("_csrf", document.select("input[name=_csrf]").val())
                        .param("key", document.select("input[name=key]").val()))
                .hasStatus3xxRedirection();

        assertThat(mvc.get().uri("/office/account").cookie(first)).hasStatusOk();
        assertThat(mvc.get().uri("/office/account").cookie(second)).hasStatus(303);
    }

    @Test
    void aChangedPasswordEndsEveryOtherSession() {
        String name = account();
        Cookie here = session(post(name, PASSWORD));
        Cookie elsewhere = session(post(name, PASSWORD));
        String token = Jsoup.parse(
                        body(mvc.get().uri("/office/account").cookie(here).exchange()))
                .select("input[name=_csrf]")
                .val();

        assertThat(mvc.post()
                        .uri("/office/account/password")
                        .cookie(here)
                        .param("_csrf", token)
                        .param("current", PASSWORD)
                        .param("password", "Shangu-2027-he")
                        .param("repeated", "Shangu-2027-he"))
                .hasRedirectedUrl("/office/account");

        assertThat(mvc.get().uri("/office/account").cookie(here)).hasStatusOk();
        assertThat(mvc.get().uri("/office/account").cookie(elsewhere)).hasStatus(303);
        assertThat(post(name, PASSWORD)).hasStatus(422);
    }

    @Test
    void signingOutEndsTheSession() {
        Cookie session = session(post(account(), PASSWORD));
        String token = Jsoup.parse(
                        body(mvc.get().uri("/office/account").cookie(session).exchange()))
                .select("input[name=_csrf]")
                .val();

        assertThat(mvc.post().uri("/sign-out").cookie(session).param("_csrf", token))
                .hasRedirectedUrl("/sign-in?out");
        assertThat(mvc.get().uri("/office/account").cookie(session)).hasStatus(303);
    }

    @Test
    void anIdleSessionIsOver() {
        String name = account();
        Cookie session = session(post(name, PASSWORD));
        assertThat(mvc.get().uri("/office/account").cookie(session)).hasStatusOk();
        assertThat(jdbc.sql("select max_inactive_interval from identity.web_session where principal_name = ?")
                        .param(name)
                        .query(Integer.class)
                        .single())
                .isEqualTo(30 * 60);

        jdbc.sql(
                        "update identity.web_session set last_access_time = last_access_time - 1801000 where principal_name = ?")
                .param(name)
                .update();

        assertThat(mvc.get().uri("/office/account").cookie(session)).hasStatus(303);
    }

    @Test
    void aBusySessionIsOverAfterTwelveHours() {
        String name = account();
        Cookie session = session(post(name, PASSWORD));
        jdbc.sql("update identity.web_session set creation_time = creation_time - 43201000 where principal_name = ?")
                .param(name)
                .update();

        assertThat(mvc.get().uri("/office/account").cookie(session)).hasStatus(303);
    }

    @Test
    void aSessionKeepsNoRightAndNoName() {
        String name = account();
        session(post(name, PASSWORD));
        var kept = jdbc.sql("""
                        select a.attribute_name from identity.web_session_attributes a
                          join identity.web_session s on s.primary_id = a.session_primary_id
                         where s.principal_name = ?""").param(name).query(String.class).list();
        assertThat(kept)
                .contains("SPRING_SECURITY_CONTEXT", "guanwu.address", "guanwu.browser")
                .allMatch(a -> a.startsWith("guanwu.") || a.startsWith("SPRING_") || a.contains("CSRF"));
    }

    @Test
    void outsideTheDemoThereAreNoRoleButtons() {
        assertThat(mvc.get().uri("/sign-in")).bodyText().doesNotContain("演示");
        String name = account();
        accounts.offerDemoDoor(name, "办文", "起草人", "王某", 1);
        assertThat(mvc.get().uri("/sign-in")).bodyText().doesNotContain("起草人");
        assertThat(mvc.post().uri("/sign-in/demo").with(csrf()).param("account", name))
                .hasStatus(404);
    }

    @Test
    void theWorkspaceSpeaksOneLanguageAndThePublicGetsNoCookie() {
        assertThat(mvc.get().uri("/sign-in").header("Accept-Language", "en"))
                .headers()
                .hasValue("Content-Language", "zh-CN");
        for (String open : new String[] {"/", "/documents", "/actuator/health", "/api/v1/documents", "/no-such-page"}) {
            assertThat(mvc.get().uri(open).exchange().getResponse().getCookie("guanwu-session"))
                    .as(open)
                    .isNull();
        }
    }

    @Test
    void whoHasLeftCannotSignIn() {
        var person = people.personWithPassword("王某", people.authority("云州海关").id(), PASSWORD, false);
        organization.leave(person.id(), java.time.LocalDate.of(2026, 1, 1));
        assertThat(post(person.accountName(), PASSWORD))
                .hasStatus(422)
                .bodyText()
                .contains("账号或口令不正确。");
    }

    @Test
    void everySignInAndFailureIsInTheLedger() {
        String name = account();
        post(name, "wrong");
        post(name, PASSWORD);
        assertThat(jdbc.sql("select act from audit.ledger_entry where details::text like ? order by 1")
                        .param("%" + name + "%")
                        .query(String.class)
                        .list())
                .contains("identity.sign-in-failed", "identity.signed-in");
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static Cookie session(MvcTestResult result) {
        Cookie session = result.getResponse().getCookie("guanwu-session");
        assertThat(session).isNotNull();
        return session;
    }
}
