package org.guanwu.foundation.worklist.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.guanwu.foundation.shared.Matter;
import org.jspecify.annotations.Nullable;

/**
 * 待办 as listed.
 *
 * @param isPaused its legal clock is suspended; it has no due date until it runs again
 */
public record PendingRow(
        String taskKey,
        Matter matter,
        long principalId,
        String kindLabel,
        String title,
        String matterLabel,
        String url,
        int urgency,
        @Nullable LocalDate dueOn,
        String senderName,
        Instant createdAt,
        boolean isSeen,
        boolean isPaused) {}
