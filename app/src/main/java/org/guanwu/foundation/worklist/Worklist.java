package org.guanwu.foundation.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.guanwu.foundation.shared.Matter;
import org.jspecify.annotations.Nullable;

/**
 * 待办、待阅、已办、关注: the one inbox. A module that needs a person to act opens an item in its own transaction and
 * ends it in the transaction of the act; nobody else opens or ends it. Badge, tab and list come from the same rows.
 */
public interface Worklist {

    /** Opens a task; the same key again changes nothing but the list columns. */
    void open(PendingTask task);

    /** The task becomes a completed one with this outcome; ending it twice is harmless. */
    void end(String taskKey, String outcome, Instant at);

    void markSeen(String taskKey, Instant at);

    /** frozen tasks stay but are neither listed nor counted (挂起) */
    void freeze(Matter matter, boolean isFrozen);

    /** new title, urgency or due date for all open tasks of the matter */
    void relabel(Matter matter, String title, int urgency, @Nullable LocalDate dueOn);

    /** 传阅: one insert for any number of readers; a reader who has it already is left alone */
    void circulate(Matter matter, String title, String url, Set<Long> readerIds, Long senderId, Instant at);

    /**
     * @param taskKey unique and stable: {@code route:17:3}
     * @param kindLabel what is to be done, in words: 核稿、会签、签发
     * @param urgency 0 平件, 1 加急, 2 特急
     * @param dueOn statutory or assigned due date, null when none
     */
    record PendingTask(
            String taskKey,
            Matter matter,
            long personId,
            long principalId,
            String kindLabel,
            String title,
            String matterLabel,
            String url,
            int urgency,
            @Nullable LocalDate dueOn,
            @Nullable Long senderId,
            String senderName,
            Instant createdAt) {}
}
