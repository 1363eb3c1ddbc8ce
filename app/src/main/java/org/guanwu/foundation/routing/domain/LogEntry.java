package org.guanwu.foundation.routing.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event with its place in the log, its hand and name, and the command that caused it. */
record LogEntry(
        int seq, Instant at, @Nullable Long actor, @Nullable Long principal, UUID commandId, RouteEvent event) {}
