package org.guanwu.foundation.worklist.domain;

import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.worklist.domain.InboxCounters.Bucket;
import org.jspecify.annotations.Nullable;

/**
 * Which of the open tasks; a null part does not narrow.
 *
 * @param kind 要我做: 核稿、会签
 * @param principalId only tasks held for this other person
 */
public record InboxFilter(
        @Nullable DueWindow due,
        boolean isUrgentOnly,
        @Nullable String kind,
        @Nullable Long principalId) {

    public static final InboxFilter ALL = new InboxFilter(null, false, null, null);

    public InboxFilter {
        if (kind != null && kind.indexOf('\0') >= 0) {
            throw new InvalidInput("kind", "没有这类事项。");
        }
    }

    public boolean isAll() {
        return equals(ALL);
    }

    public InboxFilter withDue(@Nullable DueWindow window) {
        return new InboxFilter(window, isUrgentOnly, kind, principalId);
    }

    public InboxFilter withUrgentOnly(boolean only) {
        return new InboxFilter(due, only, kind, principalId);
    }

    public InboxFilter withKind(@Nullable String label) {
        return new InboxFilter(due, isUrgentOnly, label, principalId);
    }

    public InboxFilter withPrincipal(@Nullable Long person) {
        return new InboxFilter(due, isUrgentOnly, kind, person);
    }

    /** The same predicate as the list's, on a bucket of the tally. */
    boolean admits(Bucket bucket, long personId, DueWindow.Days days) {
        return (due == null || due == DueWindow.of(bucket.dueOn(), days))
                && (!isUrgentOnly || bucket.urgency() > 0)
                && (kind == null || kind.equals(bucket.kindLabel()))
                && (principalId == null || principalId == bucket.principalId() && bucket.principalId() != personId);
    }
}
