package org.guanwu.foundation.routing;

import java.time.Instant;
import org.guanwu.foundation.shared.Matter;
import org.jspecify.annotations.Nullable;

/** 环节办完. Hand and name of the last opinion; null when silence or a removed signer ended it. Published inside the transaction of the act. */
public record RouteStepCompleted(
        long routeId,
        Matter matter,
        String stepKey,
        StepKind kind,
        int round,
        @Nullable Long personId,
        @Nullable Long principalId,
        Instant at) {}
