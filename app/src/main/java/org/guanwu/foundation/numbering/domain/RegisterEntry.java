package org.guanwu.foundation.numbering.domain;

import java.time.Instant;
import org.guanwu.foundation.numbering.DocumentNumber;
import org.guanwu.foundation.shared.Matter;
import org.jspecify.annotations.Nullable;

/** 编号台账的一行: a number and what became of it; the matter is named, never described. */
public record RegisterEntry(
        DocumentNumber number,
        Matter matter,
        Instant assignedAt,
        @Nullable Voiding voiding) {

    /** 作废: reason, who entered it and who approved it */
    public record Voiding(String reason, String voidedBy, String approver, Instant voidedAt) {}
}
