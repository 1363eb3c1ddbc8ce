package org.guanwu.office.secrecyreview;

import org.guanwu.foundation.shared.Matter;

/** 退回: the subject goes back to its drafter with the reason. In the transaction of the return. */
public record ReleaseReturned(long reviewId, Matter subject, String reviewerName, String reason) {}
