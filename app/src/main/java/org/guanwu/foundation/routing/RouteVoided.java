package org.guanwu.foundation.routing;

import java.time.Instant;
import org.guanwu.foundation.shared.Matter;
import org.jspecify.annotations.Nullable;

/**
 * 已作废. {@code approvedBy} is whom the act names as having approved it; null while nobody had to. Published inside the transaction of the act.
 */
public record RouteVoided(
        long routeId,
        Matter matter,
        String reason,
        long personId,
        @Nullable Long approvedBy,
        Instant at) {}
