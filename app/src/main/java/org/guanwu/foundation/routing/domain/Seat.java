package org.guanwu.foundation.routing.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.guanwu.foundation.routing.Assignee;
import org.jspecify.annotations.Nullable;

/**
 * 席位: one signature that a step needs.
 *
 * @param slot which assignee of the template it came from, {@link #ADDED} for an added signer
 * @param pinned the person it is reserved for; the assignees stay behind him as a pool
 * @param isTouched somebody has opened it since it was last handed out
 * @param notifiedAt when somebody was first told; null: nobody yet
 * @param movedByTask the transfer that brought it here, 0 if none; {@code movedFrom} is where it was before
 */
record Seat(
        int no,
        int slot,
        List<Assignee> assignees,
        @Nullable Long pinned,
        @Nullable Long addedBy,
        boolean isDone,
        boolean isTouched,
        int version,
        @Nullable Instant notifiedAt,
        int movedByTask,
        @Nullable List<Assignee> movedFrom) {

    static final int ADDED = -1;

    static Seat first(int no, int slot, List<Assignee> assignees, @Nullable Long pinned) {
        return new Seat(no, slot, assignees, pinned, null, false, false, 1, null, 0, null);
    }

    static Seat added(int no, long person, @Nullable Long addedBy) {
        return new Seat(no, ADDED, List.of(new Assignee.Person(person)), null, addedBy, false, false, 1, null, 0, null);
    }

    Seat done(boolean done) {
        return new Seat(
                no,
                slot,
                assignees,
                pinned,
                addedBy,
                done,
                done || isTouched,
                version + 1,
                notifiedAt,
                movedByTask,
                movedFrom);
    }

    Seat touched() {
        return new Seat(
                no, slot, assignees, pinned, addedBy, isDone, true, version, notifiedAt, movedByTask, movedFrom);
    }

    /** what was on a screen before is stale now */
    Seat changed() {
        return new Seat(
                no,
                slot,
                assignees,
                pinned,
                addedBy,
                isDone,
                isTouched,
                version + 1,
                notifiedAt,
                movedByTask,
                movedFrom);
    }

    Seat notified(@Nullable Instant at) {
        return new Seat(no, slot, assignees, pinned, addedBy, isDone, isTouched, version, at, movedByTask, movedFrom);
    }

    Seat shifted(Duration length) {
        return isDone || notifiedAt == null ? this : notified(notifiedAt.plus(length));
    }

    /** the halted step goes on: whoever has not signed is told anew */
    Seat resumed() {
        return new Seat(
                no,
                slot,
                assignees,
                pinned,
                addedBy,
                isDone,
                isDone && isTouched,
                version,
                isDone ? notifiedAt : null,
                0,
                null);
    }

    Seat pinnedTo(long person) {
        return new Seat(no, slot, assignees, person, addedBy, isDone, false, version + 1, null, 0, null);
    }

    Seat movedTo(List<Assignee> people, int byTask) {
        return new Seat(no, slot, people, null, addedBy, isDone, false, version + 1, null, byTask, assignees);
    }

    Seat movedBack() {
        if (movedFrom == null) {
            throw new IllegalStateException("seat " + no + " was not moved");
        }
        return new Seat(no, slot, movedFrom, pinned, addedBy, isDone, true, version + 1, null, 0, null);
    }
}
