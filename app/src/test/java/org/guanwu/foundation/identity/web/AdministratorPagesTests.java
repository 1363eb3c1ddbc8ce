package org.guanwu.foundation.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.identity.TestPeople;
import org.guanwu.foundation.identity.TestPeople.Person;
import org.guanwu.foundation.identity.domain.TestCodes;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@GuanwuTest
class AdministratorPagesTests {

    private static final String PASSWORD = "Kunyu-2026-shan";

    private final MockMvcTester mvc;
    private final TestPeople people;
    private final String dataDir;

    AdministratorPagesTests(MockMvcTester mvc, TestPeople people, @Value("${guanwu.data-dir}") String dataDir) {
        this.mvc = mvc;
        this.people = people;
        this.dataDir = dataDir;
    }

    private MvcTestResult post(String url, Cookie session, Map<String, String> fields) {
        var request = mvc.post().uri(url).with(csrf());
        if (session != null) {
            request.cookie(session);
        }
        fields.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult as(Person person, String url, Map<String, String> fields) {
        var request = mvc.post().uri(url).with(people.actingAs(person));
        fields.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult get(Person person, String url) {
        return mvc.get().uri(url).with(people.actingAs(person)).exchange();
    }

    private MvcTestResult signIn(String account, String password) {
        return post("/sign-in", null, Map.of("account", account, "password", password));
    }

    private static Cookie session(MvcTestResult result) {
        Cookie session = result.getResponse().getCookie("guanwu-session");
        assertThat(session).isNotNull();
        return session;
    }

    private static Document document(MvcTestResult result) {
        return Jsoup.parse(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    @Test
    void aFirstStartMakesThreeAdministratorsWithOneTimePasswordsAndNobodyElse() throws IOException {
        Path file = Path.of(dataDir, "first-sign-in.txt");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String text = Files.readString(file);
        assertThat(text).contains("sysadmin", "secadmin", "auditadmin");
        String password = text.lines()
                .filter(l -> l.contains("auditadmin"))
                .findFirst()
                .orElseThrow()
                .replaceFirst(".*口令 ", "");

        assertThat(signIn("auditadmin", password)).hasRedirectedUrl("/sign-in/enrolment");
    }

    @Test
    void anAdministratorEnrolsAndThenShowsASecondFactorEachTime() {
        var administrator = people.personWithPassword(
                "罗某", people.authority("云州海关").id(), PASSWORD, true, "SECURITY_ADMINISTRATOR");
        String account = administrator.accountName();

        var first = signIn(account, PASSWORD);
        assertThat(first).hasRedirectedUrl("/sign-in/enrolment");
        Cookie pending = session(first);
        assertThat(mvc.get().uri("/sign-in/password").cookie(pending)).hasRedirectedUrl("/sign-in?expired");
        String secret = document(
                        mvc.get().uri("/sign-in/enrolment").cookie(pending).exchange())
                .select(".totp-key")
                .text()
                .replace(" ", "");
        assertThat(post("/sign-in/enrolment", pending, Map.of("code", "000000")))
                .hasStatus(422);

        String code = TestCodes.at(secret, Instant.now());
        var enrolled = post("/sign-in/enrolment", pending, Map.of("code", code));
        assertThat(enrolled).hasStatusOk().bodyText().contains("只显示这一次");
        String recovery = document(enrolled).select(".codes code").first().text();
        assertThat(document(enrolled).select(".codes code")).hasSize(10);

        Cookie change = session(enrolled);
        var changed = post(
                "/sign-in/password",
                change,
                Map.of("current", PASSWORD, "password", "Shangu-2027-he", "repeated", "Shangu-2027-he"));
        assertThat(changed).hasRedirectedUrl("/office/administration");
        assertThat(mvc.get().uri("/office/roles").cookie(session(changed))).hasStatusOk();

        var second = signIn(account, "Shangu-2027-he");
        assertThat(second).hasRedirectedUrl("/sign-in/second-factor");
        Cookie half = session(second);
        assertThat(mvc.get().uri("/office/roles").cookie(half)).hasStatus(303);
        assertThat(post("/sign-in/second-factor", half, Map.of("code", code)))
                .as("a code is good once")
                .hasStatus(422);
        var in = post("/sign-in/second-factor", half, Map.of("code", recovery));
        assertThat(in).hasRedirectedUrl("/office/administration");

        Cookie again = session(signIn(account, "Shangu-2027-he"));
        assertThat(post("/sign-in/second-factor", again, Map.of("code", recovery)))
                .as("so is a recovery code")
                .hasStatus(422);
    }

    @Test
    void administrationDoesNotCountInASessionWithoutASecondFactor() {
        var administrator = people.person("许某", people.authority("云州海关").id(), "SYSTEM_ADMINISTRATOR");
        assertThat(get(administrator, "/office/accounts")).hasStatusOk();
        assertThat(mvc.get()
                        .uri("/office/accounts")
                        .with(authentication(AccountAuthentication.ofSession(
                                administrator.accountId(), administrator.accountName(), false))))
                .hasStatus(404);
    }

    @Test
    void eachOfTheThreeReachesOnlyHisOwnPart() {
        var customs = people.authority("云州海关");
        var system = people.person("江某", customs.id(), "SYSTEM_ADMINISTRATOR");
        var security = people.person("冯某", customs.id(), "SECURITY_ADMINISTRATOR");
        var audit = people.person("罗某", customs.id(), "AUDIT_ADMINISTRATOR");
        var drafter = people.person("王某", customs.id(), "DRAFTER");
        String account = "/office/accounts/" + drafter.accountId();

        assertThat(get(system, account))
                .hasStatusOk()
                .bodyText()
                .contains("停用账号")
                .doesNotContain("授予角色");
        assertThat(get(security, account))
                .hasStatusOk()
                .bodyText()
                .contains("授予角色")
                .doesNotContain("停用账号");
        assertThat(get(audit, account)).hasStatus(404);
        assertThat(get(drafter, account)).hasStatus(404);
        assertThat(as(system, account + "/grants", Map.of("role", "LEADER"))).hasStatus(404);
        assertThat(as(security, account + "/disable", Map.of())).hasStatus(404);
        assertThat(as(security, "/office/accounts", Map.of("name", "x"))).hasStatus(404);
        assertThat(get(security, "/office/accounts/new")).hasStatus(404);
        assertThat(get(system, "/office/roles")).hasStatus(404);
        assertThat(as(system, account + "/second-factor/reset", Map.of())).hasStatus(404);
    }

    @Test
    void anAccountIsOpenedByOneAndGrantedByTheOther() {
        var customs = people.authority("云州海关");
        var system = people.person("江某", customs.id(), "SYSTEM_ADMINISTRATOR");
        var security = people.person("冯某", customs.id(), "SECURITY_ADMINISTRATOR");
        var newcomer = people.employWithoutAccount("蒋某", customs.id());
        String name = "jiang" + newcomer;

        assertThat(get(system, "/office/accounts/new?find=蒋某")).bodyText().contains("蒋某");
        assertThat(as(system, "/office/accounts", Map.of("name", "X!", "personId", "" + newcomer)))
                .hasStatus(422)
                .bodyText()
                .contains("小写字母开头");
        var opened = as(system, "/office/accounts", Map.of("name", name, "personId", "" + newcomer));
        assertThat(opened).hasStatusOk().bodyText().contains("只显示这一次");
        String password = document(opened).select(".totp-key").text();
        assertThat(as(system, "/office/accounts", Map.of("name", name, "personId", "" + newcomer)))
                .hasStatus(422);

        var first = signIn(name, password);
        assertThat(first).hasRedirectedUrl("/sign-in/password");
        var in = post(
                "/sign-in/password",
                session(first),
                Map.of("current", password, "password", PASSWORD, "repeated", PASSWORD));
        Cookie session = session(in);
        assertThat(mvc.get().uri("/office/account").cookie(session))
                .hasStatusOk()
                .bodyText()
                .contains("还没有角色");

        String account =
                document(opened).select("a.btn[href^=/office/accounts/]").attr("href");
        var grant = Map.of("role", "DRAFTER", "unit", "" + customs.id(), "from", "2026-01-01", "reason", "到岗");
        assertThat(as(security, account + "/grants", grant)).hasRedirectedUrl(account);
        assertThat(mvc.get().uri("/office/account").cookie(session))
                .as("the next click has it")
                .bodyText()
                .contains("拟稿人");
        assertThat(as(security, account + "/grants", Map.of("role", "AUDIT_ADMINISTRATOR", "from", "2026-01-01")))
                .hasStatus(422)
                .bodyText()
                .contains("不能兼任");

        String revoke =
                document(get(security, account)).select("form[action$=/revoke]").attr("action");
        assertThat(as(security, revoke, Map.of())).hasRedirectedUrl(account);
        assertThat(as(security, revoke, Map.of())).as("pressed twice").hasRedirectedUrl(account);
        assertThat(mvc.get().uri("/office/account").cookie(session)).bodyText().contains("还没有角色");

        assertThat(as(system, account + "/disable", Map.of("reason", "调离"))).hasRedirectedUrl(account);
        assertThat(mvc.get().uri("/office/account").cookie(session)).hasStatus(303);
        assertThat(signIn(name, PASSWORD)).hasStatus(422);
    }

    @Test
    void nobodyAdministersHimself() {
        var customs = people.authority("云州海关");
        var system = people.person("江某", customs.id(), "SYSTEM_ADMINISTRATOR");
        var security = people.person("冯某", customs.id(), "SECURITY_ADMINISTRATOR");

        assertThat(as(
                        security,
                        "/office/accounts/" + security.accountId() + "/grants",
                        Map.of("role", "SECURITY_ADMINISTRATOR", "from", "2026-01-01")))
                .hasStatus(409)
                .bodyText()
                .contains("不能给自己授权");
        assertThat(as(system, "/office/accounts/" + system.accountId() + "/disable", Map.of()))
                .hasStatus(409);
        assertThat(as(system, "/office/accounts/" + system.accountId() + "/password", Map.of()))
                .hasStatus(409);
        assertThat(as(security, "/office/accounts/" + security.accountId() + "/second-factor/reset", Map.of()))
                .hasStatus(409);
    }

    @Test
    void aLockedAccountIsUnlockedByTheSystemAdministrator() {
        var customs = people.authority("云州海关");
        var system = people.person("江某", customs.id(), "SYSTEM_ADMINISTRATOR");
        var person = people.personWithPassword("王某", customs.id(), PASSWORD, false);
        for (int i = 0; i < 5; i++) {
            signIn(person.accountName(), "wrong");
        }
        assertThat(signIn(person.accountName(), PASSWORD)).hasStatus(422);
        String account = "/office/accounts/" + person.accountId();
        assertThat(get(system, account)).bodyText().contains("已锁定");

        assertThat(as(system, account + "/unlock", Map.of())).hasRedirectedUrl(account);

        assertThat(signIn(person.accountName(), PASSWORD)).hasRedirectedUrl("/office/inbox");
    }

    @Test
    void theThreeKeepTheirFixedPermissions() {
        var security = people.person("冯某", people.authority("云州海关").id(), "SECURITY_ADMINISTRATOR");
        assertThat(get(security, "/office/roles")).hasStatusOk().bodyText().contains("审计管理员", "拟稿人");
        assertThat(get(security, "/office/roles/DRAFTER")).hasStatusOk();
        assertThat(get(security, "/office/roles/NOBODY")).hasStatus(404);
        assertThat(as(security, "/office/roles/AUDIT_ADMINISTRATOR/permissions", Map.of("permissions", "ROLE_GRANT")))
                .hasStatus(409);
        assertThat(as(
                        security,
                        "/office/roles/DRAFTER/permissions",
                        Map.of("permissions", Permission.LEDGER_READ.name())))
                .hasStatus(422);
    }

    @Test
    void anAdministratorOfOneCustomsReachesNoFurther() {
        var yunzhou = people.authority("云州海关");
        var lanzhou = people.authority("澜州海关");
        var system = people.person("江某", yunzhou.id());
        people.grant(system, "SYSTEM_ADMINISTRATOR", yunzhou.id());
        var security = people.person("冯某", yunzhou.id());
        people.grant(security, "SECURITY_ADMINISTRATOR", yunzhou.id());
        var own = people.personWithPassword("王某", yunzhou.id(), PASSWORD, false);
        var foreign = people.personWithPassword("何某", lanzhou.id(), PASSWORD, false);
        String theirs = "/office/accounts/" + foreign.accountId();
        String ours = "/office/accounts/" + own.accountId();

        assertThat(get(system, ours)).hasStatusOk();
        assertThat(get(system, theirs)).hasStatus(404);
        assertThat(get(security, theirs)).hasStatus(404);
        assertThat(as(system, theirs + "/password", Map.of())).hasStatus(404);
        assertThat(as(system, theirs + "/disable", Map.of())).hasStatus(404);
        assertThat(as(system, theirs + "/sessions/end", Map.of())).hasStatus(404);
        assertThat(get(system, "/office/accounts?text=" + foreign.accountName()))
                .bodyText()
                .doesNotContain("何某");
        assertThat(get(system, "/office/accounts?text=" + own.accountName()))
                .bodyText()
                .contains("王某");

        var beyond = Map.of("role", "DRAFTER", "unit", "" + lanzhou.id(), "from", "2026-01-01");
        assertThat(as(security, theirs + "/grants", beyond)).hasStatus(404);
        assertThat(as(security, ours + "/grants", beyond))
                .hasStatus(422)
                .bodyText()
                .contains("授权范围不包括这个单位");
        assertThat(as(security, ours + "/grants", Map.of("role", "AUDIT_ADMINISTRATOR", "from", "2026-01-01")))
                .as("the whole system is further than his own customs")
                .hasStatus(422)
                .bodyText()
                .contains("授权范围不包括");
        assertThat(as(
                        security,
                        ours + "/grants",
                        Map.of("role", "DRAFTER", "unit", "" + yunzhou.id(), "from", "2026-01-01")))
                .hasRedirectedUrl(ours);
    }

    @Test
    void aResetPasswordEndsTheSessions() {
        var customs = people.authority("云州海关");
        var system = people.person("江某", customs.id(), "SYSTEM_ADMINISTRATOR");
        var person = people.personWithPassword("王某", customs.id(), PASSWORD, false);
        Cookie session = session(signIn(person.accountName(), PASSWORD));

        var reset = as(system, "/office/accounts/" + person.accountId() + "/password", Map.of());

        assertThat(mvc.get().uri("/office/account").cookie(session)).hasStatus(303);
        assertThat(signIn(person.accountName(), PASSWORD)).hasStatus(422);
        assertThat(signIn(
                        person.accountName(),
                        document(reset).select(".totp-key").text()))
                .hasRedirectedUrl("/sign-in/password");
    }
}
