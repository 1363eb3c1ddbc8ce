package org.guanwu.foundation.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Optional;
import org.guanwu.foundation.identity.domain.Account;
import org.guanwu.foundation.identity.domain.Accounts;
import org.guanwu.foundation.identity.domain.IdentitySettings;
import org.guanwu.foundation.identity.domain.SecondFactors;
import org.guanwu.foundation.identity.domain.SessionRegister;
import org.guanwu.foundation.identity.domain.SignIn;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** The way of a session from a password to the workspace; each stage begins with a new session id. */
@Component
class SignInSessions {

    private static final int LONGEST_BROWSER = 120;

    private final SignIn signIn;
    private final Accounts accounts;
    private final SecondFactors secondFactors;
    private final IdentitySettings settings;
    private final Clock clock;

    SignInSessions(
            SignIn signIn, Accounts accounts, SecondFactors secondFactors, IdentitySettings settings, Clock clock) {
        this.signIn = signIn;
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return where to go next */
    String begin(HttpServletRequest request, long accountId, boolean isSecondFactorShown, String way, String wanted) {
        return proceed(request, new PendingSignIn(accountId, isSecondFactorShown, way, wanted, clock.instant()));
    }

    Optional<PendingSignIn> findPending(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(PendingSignIn.KEY) instanceof PendingSignIn pending
                        && pending.startedAt().plus(settings.stepTimeout()).isAfter(clock.instant())
                ? Optional.of(pending)
                : Optional.empty();
    }

    String proceed(HttpServletRequest request, PendingSignIn pending) {
        return switch (signIn.nextStep(pending.accountId(), pending.isSecondFactorShown())) {
            case SECOND_FACTOR -> stage(request, pending, "/sign-in/second-factor");
            case ENROLMENT -> stage(request, pending, "/sign-in/enrolment");
            case PASSWORD_CHANGE -> stage(request, pending, "/sign-in/password");
            case DONE -> complete(request, pending);
        };
    }

    private String stage(HttpServletRequest request, PendingSignIn pending, String url) {
        HttpSession session = renew(request);
        session.setAttribute(PendingSignIn.KEY, pending);
        return url;
    }

    /** the button of the demo: everything at once */
    String open(HttpServletRequest request, long accountId, String wanted) {
        return complete(request, new PendingSignIn(accountId, true, "demo", wanted, clock.instant()));
    }

    private String complete(HttpServletRequest request, PendingSignIn pending) {
        Account account = accounts.get(pending.accountId());
        HttpSession session = renew(request);
        boolean isAdministrator = secondFactors.isRequired(account.id());
        var idle = isAdministrator ? settings.administratorIdleTimeout() : settings.idleTimeout();
        session.setMaxInactiveInterval((int) idle.toSeconds());
        session.setAttribute(SessionRegister.ADDRESS, request.getRemoteAddr());
        session.setAttribute(SessionRegister.BROWSER, browser(request));
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(
                        AccountAuthentication.ofSession(account.id(), account.name(), pending.isSecondFactorShown())));
        signIn.complete(account.id(), pending.way(), request.getRemoteAddr());
        return WantedPage.orHome(pending.wanted(), isAdministrator);
    }

    /** A session known before signing in is worth nothing afterwards: no fixation, no leftovers, a new CSRF token. */
    private static HttpSession renew(HttpServletRequest request) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        return request.getSession(true);
    }

    void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (request.getUserPrincipal() instanceof AccountAuthentication account) {
            signIn.signedOut(account.accountId(), request.getRemoteAddr());
        }
        if (session != null) {
            session.invalidate();
        }
    }

    private static String browser(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        if (agent == null) {
            return "";
        }
        String printable = agent.replaceAll("[^\\x20-\\x7e]", "");
        return printable.length() <= LONGEST_BROWSER ? printable : printable.substring(0, LONGEST_BROWSER);
    }
}
