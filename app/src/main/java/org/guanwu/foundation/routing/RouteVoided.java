package org.guanwu.foundation.routing;

import java.time.Instant;
import org.guanwu.foundation.shared.Matter;

/** 已作废 Published inside the transaction of the act. */
public record RouteVoided(long routeId, Matter matter, String reason, long personId, Instant at) {}
