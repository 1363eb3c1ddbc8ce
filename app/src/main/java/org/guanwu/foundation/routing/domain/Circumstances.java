package org.guanwu.foundation.routing.domain;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.guanwu.foundation.numbering.DocumentNumber;
import org.jspecify.annotations.Nullable;

/**
 * Everything a decision needs from outside, read once before it.
 *
 * @param limits how a step limit becomes a moment
 * @param numbers asked at most once, when the numbering step completes; answers null for a matter without a number
 * @param contentDigest of the text as it stands, kept with each opinion
 */
record Circumstances(
        UUID commandId,
        Instant now,
        Attendance attendance,
        TimeLimits limits,
        Supplier<@Nullable DocumentNumber> numbers,
        String contentDigest) {

    /** the same moment without consequences: no number is taken */
    Circumstances forTrial() {
        return new Circumstances(
                commandId, now, attendance, limits, () -> new DocumentNumber("试", 2000, 1), contentDigest);
    }
}
