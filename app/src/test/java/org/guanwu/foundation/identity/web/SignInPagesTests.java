package org.guanwu.foundation.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.identity.AccountIntake;
import org.guanwu.foundation.identity.AccountIntake.NewAccount;
import org.guanwu.foundation.identity.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@GuanwuTest
class SignInPagesTests {

    private static final String PASSWORD = "Kunyu-2026-shan";

    private final MockMvcTester mvc;
    private final TestPeople people;
    private final AccountIntake accounts;

    SignInPagesTests(MockMvcTester mvc, TestPeople people, AccountIntake accounts) {
        this.mvc = mvc;
        this.people = people;
        this.accounts = accounts;
    }

    private String account() {
        var someone = people.person("王某", people.authority("云州海关").id());
        String name = "s" + UUID.randomUUID().toString().substring(0, 8);
        accounts.open(new NewAccount(name, "云州" + name, someone.id() + 1_000_000, PASSWORD, false, null));
        return name;
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
}
