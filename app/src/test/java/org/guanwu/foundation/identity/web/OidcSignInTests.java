package org.guanwu.foundation.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.UUID;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.identity.AccountIntake;
import org.guanwu.foundation.identity.AccountIntake.NewAccount;
import org.guanwu.foundation.identity.TestPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.util.UriComponentsBuilder;

/** The browser's chain as it is when a provider is set, driven against a provider of our own. */
@GuanwuTest
class OidcSignInTests {

    private final ObjectProvider<HttpSecurity> security;
    private final OidcArrival arrival;
    private final TestPeople people;
    private final AccountIntake accounts;
    private StubProvider provider;
    private FilterChainProxy chain;

    OidcSignInTests(
            ObjectProvider<HttpSecurity> security, OidcArrival arrival, TestPeople people, AccountIntake accounts) {
        this.security = security;
        this.arrival = arrival;
        this.people = people;
        this.accounts = accounts;
    }

    @BeforeEach
    void startProvider() throws IOException, JOSEException {
        provider = new StubProvider();
        HttpSecurity http = security.getObject();
        SecurityConfiguration.withOidc(
                http, new InMemoryClientRegistrationRepository(provider.registration()), arrival);
        chain = new FilterChainProxy(http.build());
    }

    @AfterEach
    void stopProvider() {
        provider.close();
        SecurityContextHolder.clearContext();
    }

    private record Arrived(String location, MockHttpSession session) {}

    private Arrived signInAs(String subject, boolean spoilState) throws ServletException, IOException {
        var start = request("/oauth2/authorization/oidc");
        var away = pass(start);
        var query = UriComponentsBuilder.fromUriString(String.valueOf(away.getRedirectedUrl()))
                .build()
                .getQueryParams();
        String state = decode(query.getFirst("state"));
        provider.willSay(subject, decode(query.getFirst("nonce")));

        var back = request("/login/oauth2/code/oidc");
        back.setSession(start.getSession());
        back.setParameter("code", "c");
        back.setParameter("state", spoilState ? "forged" : state);
        var answer = pass(back);
        return new Arrived(String.valueOf(answer.getRedirectedUrl()), (MockHttpSession) back.getSession(true));
    }

    private static String decode(String value) {
        return java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static MockHttpServletRequest request(String path) {
        var request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        return request;
    }

    private MockHttpServletResponse pass(MockHttpServletRequest request) throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        chain.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private static Object principal(MockHttpSession session) {
        Object context = session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return context instanceof SecurityContext known ? known.getAuthentication() : null;
    }

    private String account(String externalId, String... roles) {
        String name = "o" + UUID.randomUUID().toString().substring(0, 8);
        long unit = people.authority("云州海关").id();
        accounts.open(new NewAccount(name, "王某", people.employWithoutAccount("王某", unit), null, false, externalId));
        for (String role : roles) {
            accounts.grant(name, role, null, java.time.LocalDate.of(2026, 1, 1), null);
        }
        return name;
    }

    @Test
    void whoIsKnownByHisExternalIdIsSignedIn() throws ServletException, IOException {
        String subject = UUID.randomUUID().toString();
        String name = account(subject);

        var arrived = signInAs(subject, false);

        assertThat(arrived.location()).isEqualTo("/office/inbox");
        assertThat(principal(arrived.session())).isInstanceOfSatisfying(AccountAuthentication.class, a -> {
            assertThat(a.getName()).isEqualTo(name);
            assertThat(a.hasSecondFactor()).isFalse();
        });
    }

    @Test
    void whoIsNotIsNobody() throws ServletException, IOException {
        var arrived = signInAs("unknown-" + UUID.randomUUID(), false);

        assertThat(arrived.location()).isEqualTo("/sign-in?unknown");
        assertThat(principal(arrived.session())).isNull();
    }

    @Test
    void anAdministratorStillNeedsHisSecondFactorHere() throws ServletException, IOException {
        String subject = UUID.randomUUID().toString();
        account(subject, "AUDIT_ADMINISTRATOR");

        var arrived = signInAs(subject, false);

        assertThat(arrived.location()).isEqualTo("/sign-in/enrolment");
        assertThat(principal(arrived.session())).isNull();
    }

    @Test
    void anAnswerThatNobodyAskedForIsRefused() throws ServletException, IOException {
        String subject = UUID.randomUUID().toString();
        account(subject);

        var arrived = signInAs(subject, true);

        assertThat(arrived.location()).isEqualTo("/sign-in?failed");
        assertThat(principal(arrived.session())).isNull();
    }
}
