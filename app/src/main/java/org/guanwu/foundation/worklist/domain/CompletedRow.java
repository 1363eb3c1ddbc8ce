package org.guanwu.foundation.worklist.domain;

import java.time.Instant;
import org.guanwu.foundation.shared.Matter;

/** 已办 as listed. */
public record CompletedRow(
        long id,
        String taskKey,
        Matter matter,
        long principalId,
        String kindLabel,
        String title,
        String matterLabel,
        String url,
        int urgency,
        String senderName,
        String outcome,
        Instant endedAt) {

    public String outcomeInWords() {
        return TaskOutcome.words(outcome);
    }
}
