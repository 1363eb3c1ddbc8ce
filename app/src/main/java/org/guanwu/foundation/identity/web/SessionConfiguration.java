package org.guanwu.foundation.identity.web;

import org.guanwu.foundation.identity.domain.IdentitySettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions in the database: any node may answer any request, and an administrator can end them. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "identity.web_session")
class SessionConfiguration {

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> idleTimeout(IdentitySettings settings) {
        return repository -> repository.setDefaultMaxInactiveInterval(settings.idleTimeout());
    }

    @Bean
    CookieSerializer sessionCookie() {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("guanwu-session");
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        // a link in a mail or on the intranet must find the session; writing needs the CSRF token anyway
        cookie.setSameSite("Lax");
        return cookie;
    }
}
