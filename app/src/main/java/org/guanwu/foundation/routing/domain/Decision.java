package org.guanwu.foundation.routing.domain;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Events, or one refusal.
 *
 * @param route the state afterwards; unchanged when refused
 */
record Decision(
        List<LogEntry> entries,
        @Nullable Route route,
        @Nullable RefusalReason refusal) {

    boolean isAccepted() {
        return refusal == null;
    }

    Route after() {
        return Objects.requireNonNull(route, "refused at the start");
    }
}
