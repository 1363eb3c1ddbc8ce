package org.guanwu.foundation.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.guanwu.foundation.identity.domain.Account;
import org.guanwu.foundation.identity.domain.OidcSettings;
import org.guanwu.foundation.identity.domain.SignIn;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Somebody comes back from the identity provider. He is whoever has his external id here, and nobody otherwise; then the
 * same steps follow as after a password. Nothing of the provider's token is kept.
 */
@Component
class OidcArrival implements AuthenticationSuccessHandler {

    private final SignIn signIn;
    private final SignInSessions sessions;
    private final OidcSettings settings;

    OidcArrival(SignIn signIn, SignInSessions sessions, OidcSettings settings) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.settings = settings;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        String externalId = externalId(authentication);
        Optional<Account> account =
                externalId.isEmpty() ? Optional.empty() : signIn.findAccountByExternalId(externalId);
        if (account.isEmpty()) {
            signIn.unknownToUs(externalId, request.getRemoteAddr());
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            response.sendRedirect("/sign-in?unknown");
            return;
        }
        response.sendRedirect(sessions.begin(request, account.get().id(), settings.secondFactor(), "oidc", ""));
    }

    private String externalId(Authentication authentication) {
        return authentication instanceof OAuth2AuthenticationToken token
                        && token.getPrincipal().getAttributes().get(settings.claim()) instanceof String value
                ? value
                : "";
    }
}
