package org.guanwu.foundation.routing;

import java.time.Instant;
import org.guanwu.foundation.numbering.DocumentNumber;
import org.guanwu.foundation.shared.Matter;

/** 已取号 Published inside the transaction of the act. */
public record RouteNumberAssigned(long routeId, Matter matter, DocumentNumber number, Instant at) {}
