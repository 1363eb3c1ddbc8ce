package org.guanwu.office.officialdocument;

import java.time.Instant;

/**
 * 重新办理: an issued document has gone back into its route. What was published of it stands until it is corrected or
 * withdrawn; it keeps its number.
 */
public record DocumentReopened(OutgoingDocumentId id, long personId, Instant at) {}
