package org.guanwu.foundation.identity;

import java.time.Duration;
import java.util.Set;

/** Bearer tokens for {@code /api/v1/office/**}: shown once, stored as a digest, never more than the account's rights. */
public interface ApiTokens {

    /**
     * @param scopes permission codes, or {@link #ALL_BUSINESS}
     * @return the token, which cannot be shown again
     */
    String issue(String accountName, Set<String> scopes, Duration validity);

    /** every business right the account has at the moment of use */
    String ALL_BUSINESS = "*";
}
