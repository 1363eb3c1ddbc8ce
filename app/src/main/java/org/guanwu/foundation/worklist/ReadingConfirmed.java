package org.guanwu.foundation.worklist;

import java.time.Instant;
import org.guanwu.foundation.shared.Matter;

/**
 * 已阅, from the inbox, in the reader's transaction. Whoever circulated the matter may note it in the matter's own
 * history; a call of {@link Worklist#confirmReading} publishes nothing, its caller knows.
 */
public record ReadingConfirmed(Matter matter, long readerId, Instant at) {}
