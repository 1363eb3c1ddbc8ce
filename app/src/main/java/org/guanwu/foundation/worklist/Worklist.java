package org.guanwu.foundation.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    /**
     * The task becomes a completed one with this outcome; ending it twice is harmless.
     *
     * @param outcome a stable code (DONE, RETURNED, TAKEN …, routing.md section 3), shown in words
     */
    void end(String taskKey, String outcome, Instant at);

    void markSeen(String taskKey, Instant at);

    /** frozen tasks stay but are neither listed nor counted (挂起) */
    void freeze(Matter matter, boolean isFrozen);

    /** new title, urgency or due date for all open tasks of the matter; readers and followers see the new title too */
    void relabel(Matter matter, String title, int urgency, @Nullable LocalDate dueOn);

    /** 传阅: one insert for any number of readers; a reader who has it already, read or not, is left alone */
    void circulate(Matter matter, String title, String url, Set<Long> readerIds, Long senderId, Instant at);

    /** 已阅; harmless for somebody who is no reader or has read it */
    void confirmReading(Matter matter, long readerId, Instant at);

    /** who has not yet read it, in order of id: closing a matter with unread readers asks for a reason */
    List<Long> listUnreadReaders(Matter matter);

    /** 关注: whoever may see the matter decides that himself; following twice is harmless */
    void follow(long personId, Matter matter, String title, String matterLabel, String url, Instant at);

    void unfollow(long personId, Matter matter);

    boolean isFollowed(long personId, Matter matter);

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
