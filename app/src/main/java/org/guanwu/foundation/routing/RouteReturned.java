package org.guanwu.foundation.routing;

import java.time.Instant;
import org.guanwu.foundation.shared.Matter;

/** 已退回 Published inside the transaction of the act. */
public record RouteReturned(
        long routeId,
        Matter matter,
        String fromStepKey,
        String targetStepKey,
        StepKind targetKind,
        String reason,
        long personId,
        Instant at) {}
