package org.guanwu.foundation.identity.domain;

/** Who judges the password of an account that has none of its own here: the directory (LDAP), if one is set. */
public interface PasswordAuthority {

    boolean accepts(Account account, String password);
}
