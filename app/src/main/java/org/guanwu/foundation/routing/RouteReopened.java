package org.guanwu.foundation.routing;

import java.time.Instant;
import org.guanwu.foundation.shared.Matter;

/** 重新办理 Published inside the transaction of the act. */
public record RouteReopened(long routeId, Matter matter, String targetStepKey, Instant at) {}
