package org.guanwu.office.officialdocument.domain;

import java.time.Instant;

/** 稿件版本: one save, kept for ever. */
public record DocumentVersion(
        int version,
        int draftNo,
        DraftContent content,
        boolean isSubstantive,
        long savedBy,
        String savedByName,
        Instant savedAt) {

    /** without the text, for lists */
    public record Line(
            int version, int draftNo, boolean isSubstantive, long savedBy, String savedByName, Instant savedAt) {}
}
