package org.guanwu.office.officialdocument;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 已作废. The number, if it had one, stays in the register as void.
 *
 * @param number as written; null when it never had one
 * @param wasIssued it had been issued before; what was published of it has to be withdrawn
 */
public record DocumentVoided(
        OutgoingDocumentId id, @Nullable String number, boolean wasIssued, String reason, long personId, Instant at) {}
