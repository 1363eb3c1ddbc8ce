package org.guanwu.office.secrecyreview.domain;

import java.time.Instant;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.office.secrecyreview.ReleaseStatus;

/** The row of a review, as locked for an act or read for a page. */
record Review(
        long id,
        Matter subject,
        int round,
        String title,
        String url,
        long drafterId,
        String drafterName,
        long unitId,
        String unitPath,
        String unitName,
        ReleaseStatus status,
        String returnReason,
        int lockVersion,
        Instant openedAt) {

    static final String MATTER_TYPE = "release-review";

    Matter matter() {
        return new Matter(MATTER_TYPE, id);
    }

    String page() {
        return "/office/release-reviews/" + id;
    }
}
