package org.guanwu.office.secrecyreview;

import java.time.LocalDate;
import org.guanwu.foundation.shared.Matter;

/** 批准公开: published in the transaction of the approval; a listener that fails keeps the approval from happening. */
public record ReleaseApproved(long reviewId, Matter subject, LocalDate approvedOn) {}
