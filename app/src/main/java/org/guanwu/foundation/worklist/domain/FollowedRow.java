package org.guanwu.foundation.worklist.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.guanwu.foundation.shared.Matter;
import org.jspecify.annotations.Nullable;

/**
 * 关注 as listed.
 *
 * @param nowAt kinds of its open tasks, joined; empty when nobody has one
 * @param dueOn earliest due date of these
 */
public record FollowedRow(
        long id,
        Matter matter,
        String title,
        String matterLabel,
        String url,
        Instant followedAt,
        String nowAt,
        boolean isSuspended,
        @Nullable LocalDate dueOn) {}
