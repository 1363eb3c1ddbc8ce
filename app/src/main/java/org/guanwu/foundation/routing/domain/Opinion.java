package org.guanwu.foundation.routing.domain;

import java.time.Instant;
import org.guanwu.foundation.routing.OpinionKind;
import org.jspecify.annotations.Nullable;

/**
 * 意见. Never edited, never deleted.
 *
 * @param person the hand; null when silence is deemed agreement
 * @param principal the name
 * @param contentDigest of the text it was given on, empty when the matter has none
 */
record Opinion(
        int no,
        String step,
        int round,
        int seat,
        int slot,
        int task,
        @Nullable Long person,
        @Nullable Long principal,
        OpinionKind kind,
        String text,
        int contentVersion,
        String contentDigest,
        int seq,
        Instant givenAt,
        @Nullable Superseded superseded) {

    Opinion superseded(Superseded why) {
        return new Opinion(
                no,
                step,
                round,
                seat,
                slot,
                task,
                person,
                principal,
                kind,
                text,
                contentVersion,
                contentDigest,
                seq,
                givenAt,
                why);
    }

    boolean isReturn() {
        return kind == OpinionKind.RETURN;
    }
}
