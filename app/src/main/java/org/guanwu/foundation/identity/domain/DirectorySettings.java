package org.guanwu.foundation.identity.domain;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sign-in by bind against a directory (LDAP); off while {@code url} is empty. An account takes part when it has an
 * external id and no password of its own. The directory gives no rights.
 *
 * @param url {@code ldaps://directory.example:636}
 * @param base below which people are looked for
 * @param userDn and {@code password}: who may look; empty for anonymous
 * @param attribute that equals the external id
 */
@ConfigurationProperties("guanwu.identity.ldap")
public record DirectorySettings(
        @DefaultValue("") String url,
        @DefaultValue("") String base,
        @DefaultValue("") String userDn,
        @DefaultValue("") String password,
        @DefaultValue("uid") String attribute) {}
