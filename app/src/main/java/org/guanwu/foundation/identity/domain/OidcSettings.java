package org.guanwu.foundation.identity.domain;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sign-in through an identity provider (OpenID Connect). It is on when Spring's own settings
 * {@code spring.security.oauth2.client.registration.oidc.*} name one. The provider gives no rights.
 *
 * @param claim that equals the account's external id
 * @param secondFactor the provider itself asks for two factors, so that none is asked for here
 */
@ConfigurationProperties("guanwu.identity.oidc")
public record OidcSettings(
        @DefaultValue("sub") String claim,
        @DefaultValue("false") boolean secondFactor) {}
