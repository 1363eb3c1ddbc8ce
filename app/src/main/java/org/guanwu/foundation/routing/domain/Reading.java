package org.guanwu.foundation.routing.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 待阅: never blocks anything. */
record Reading(
        int no,
        long reader,
        @Nullable Long sender,
        Instant sentAt,
        @Nullable Instant confirmedAt) {

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    Reading confirmed(Instant at) {
        return new Reading(no, reader, sender, sentAt, at);
    }
}
