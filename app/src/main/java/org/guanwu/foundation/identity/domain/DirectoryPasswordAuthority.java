package org.guanwu.foundation.identity.domain;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ldap.NamingException;
import org.springframework.ldap.core.LdapClient;
import org.springframework.ldap.core.support.LdapContextSource;
import org.springframework.ldap.query.LdapQueryBuilder;

/** LDAP 绑定认证: find the entry, then bind as it. A directory that does not answer lets nobody in. */
final class DirectoryPasswordAuthority implements PasswordAuthority {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryPasswordAuthority.class);

    private final LdapClient directory;
    private final String attribute;

    DirectoryPasswordAuthority(DirectorySettings settings) {
        var source = new LdapContextSource();
        source.setUrl(settings.url());
        source.setBase(settings.base());
        source.setUserDn(settings.userDn());
        source.setPassword(settings.password());
        source.setAnonymousReadOnly(settings.userDn().isEmpty());
        source.setPooled(false);
        source.setBaseEnvironmentProperties(
                Map.of("com.sun.jndi.ldap.connect.timeout", "5000", "com.sun.jndi.ldap.read.timeout", "10000"));
        source.afterPropertiesSet();
        this.directory = LdapClient.create(source);
        this.attribute = settings.attribute();
    }

    @Override
    public boolean accepts(Account account, String password) {
        String externalId = account.externalId();
        // RFC 4513 5.1.2: a bind with an empty password is anonymous and succeeds
        if (externalId == null || password.isEmpty()) {
            return false;
        }
        try {
            directory
                    .authenticate()
                    .query(LdapQueryBuilder.query().where(attribute).is(externalId))
                    .password(password)
                    .execute();
            return true;
        } catch (org.springframework.ldap.AuthenticationException
                | org.springframework.dao.EmptyResultDataAccessException refused) {
            return false;
        } catch (NamingException unavailable) {
            LOG.error("The directory did not answer; nobody can sign in through it", unavailable);
            return false;
        }
    }
}
