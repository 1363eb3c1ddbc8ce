package org.guanwu.foundation.identity.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 账号: the login of one person. The person may change units and rights; the account stays. */
public record Account(
        long id,
        String name,
        String displayName,
        @Nullable Long personId,
        @Nullable String externalId,
        boolean isActive,
        @Nullable String passwordHash,
        @Nullable Instant passwordChangedAt,
        boolean mustChangePassword,
        @Nullable String totpSecret,
        @Nullable Instant totpConfirmedAt,
        long totpLastStep,
        Instant openedAt,
        @Nullable Instant lastSignedInAt,
        long version) {

    public boolean hasSecondFactor() {
        return totpConfirmedAt != null;
    }

    /** An administrator of a new installation is not yet anybody of the organization: never equal to a person's id. */
    public long actingPersonId() {
        return personId != null ? personId : -id;
    }
}
