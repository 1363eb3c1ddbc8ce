package org.guanwu.foundation.identity.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * All that a session keeps: which account, and whether a second factor was shown. No name, no right, no unit, so that
 * nothing in a session can be out of date.
 */
public final class AccountAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final long accountId;
    private final String accountName;
    private final boolean hasSecondFactor;
    private final @Nullable Set<String> scopes;

    private AccountAuthentication(
            long accountId, String accountName, boolean hasSecondFactor, @Nullable Set<String> scopes) {
        super(List.of());
        this.accountId = accountId;
        this.accountName = accountName;
        this.hasSecondFactor = hasSecondFactor;
        this.scopes = scopes;
        setAuthenticated(true);
    }

    public static AccountAuthentication ofSession(long accountId, String accountName, boolean hasSecondFactor) {
        return new AccountAuthentication(accountId, accountName, hasSecondFactor, null);
    }

    static AccountAuthentication ofToken(
            long accountId, String accountName, boolean hasSecondFactor, Set<String> scopes) {
        return new AccountAuthentication(accountId, accountName, hasSecondFactor, scopes);
    }

    long accountId() {
        return accountId;
    }

    boolean hasSecondFactor() {
        return hasSecondFactor;
    }

    /** null for a session: everything the account may */
    @Nullable
    Set<String> scopes() {
        return scopes;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return accountName;
    }

    @Override
    public String getName() {
        return accountName;
    }
}
