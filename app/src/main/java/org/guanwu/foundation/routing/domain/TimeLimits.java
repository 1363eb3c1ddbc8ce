package org.guanwu.foundation.routing.domain;

import java.time.Instant;

/** 环节时限: how long a step may take, in working days of the calendar. */
@FunctionalInterface
interface TimeLimits {

    /** the moment at which the limit has passed */
    Instant dueAt(Instant from, int workingDays);
}
