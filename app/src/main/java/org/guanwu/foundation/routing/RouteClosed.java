package org.guanwu.foundation.routing;

import java.time.Instant;
import org.guanwu.foundation.shared.Matter;

/** 已办结 Published inside the transaction of the act. */
public record RouteClosed(long routeId, Matter matter, Instant at) {}
