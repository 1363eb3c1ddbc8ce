package org.guanwu.foundation.routing;

import java.time.Instant;
import org.guanwu.foundation.shared.Matter;

/** 环节开始 Published inside the transaction of the act. */
public record RouteStepActivated(long routeId, Matter matter, String stepKey, StepKind kind, int round, Instant at) {}
