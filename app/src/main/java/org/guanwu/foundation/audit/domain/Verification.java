package org.guanwu.foundation.audit.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One walk over the whole chain and what came of it. */
public record Verification(
        Instant at,
        long headSeq,
        String headHash,
        long entries,
        long backwards,
        Duration duration,
        @Nullable BrokenLink broken) {

    public boolean isIntact() {
        return broken == null;
    }
}
