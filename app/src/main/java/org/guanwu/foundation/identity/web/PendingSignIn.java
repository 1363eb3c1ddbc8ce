package org.guanwu.foundation.identity.web;

import java.io.Serializable;
import java.time.Instant;

/**
 * A sign-in under way, kept in a session that is signed in to nothing yet.
 *
 * @param way password, oidc: for the ledger
 */
record PendingSignIn(long accountId, boolean isSecondFactorShown, String way, String wanted, Instant startedAt)
        implements Serializable {

    private static final long serialVersionUID = 1L;
    static final String KEY = PendingSignIn.class.getName();

    PendingSignIn withSecondFactor() {
        return new PendingSignIn(accountId, true, way, wanted, startedAt);
    }
}
