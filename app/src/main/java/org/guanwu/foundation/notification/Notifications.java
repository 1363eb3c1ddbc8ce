package org.guanwu.foundation.notification;

/** 通知: one intake for notices in the product and by mail, through an outbox, merged and capped. */
public interface Notifications {

    /** Belongs to the running transaction; sent after commit. The same dedupKey to the same person is told once. */
    void tell(Notice notice);

    /**
     * @param kind stable code used for merging: {@code task-arrived}, {@code reminder}, {@code deadline-near}
     * @param link path inside the workspace
     * @param dedupKey what makes two notices the same
     */
    record Notice(long personId, String kind, String subject, String link, String dedupKey) {}
}
