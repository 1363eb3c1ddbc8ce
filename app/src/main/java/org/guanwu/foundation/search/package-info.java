/**
 * 检索: full-text search in Chinese with the reader's rights inside the query.
 *
 * <p>A business module puts an entry ({@link org.guanwu.foundation.search.SearchIntake}) in its own transaction; the
 * entry carries the rights of its record (保密法、条例第五条: nothing derived from a record may be wider than it). The
 * index follows after commit, in batches, and never in the caller's time.
 *
 * <p>States of an entry: waiting for the index (its revision is ahead of the indexed one), indexed, removed. The row is
 * the truth, the index a copy: after a killed process, a lost disk or a failed write a sweep brings the index up again,
 * at start-up and every hour.
 *
 * <p>Asking ({@link org.guanwu.foundation.search.Search}): words, phrases in quotes, single characters, and document
 * numbers in any way of writing brackets. Every hit says why it was found. It publishes no event, filters nothing
 * afterwards that was counted before, and never shows an entry to somebody who shares no token with it.
 */
@ApplicationModule(
        displayName = "检索",
        allowedDependencies = {"foundation.shared", "foundation.identity", "foundation.web"})
@NullMarked
package org.guanwu.foundation.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
