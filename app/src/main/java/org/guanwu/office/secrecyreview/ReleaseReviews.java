package org.guanwu.office.secrecyreview;

import java.util.Optional;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.shared.Matter;

/** The gate, for those who want to let something out. */
public interface ReleaseReviews {

    /**
     * Runs the checks and opens a review; a subject that is under review keeps the one it has. Belongs to the running
     * transaction.
     *
     * @return the id of the review
     */
    long open(Actor actor, OpenRelease release);

    /** Takes the subject back before it is approved; harmless when nothing is open. */
    void abandon(Actor actor, Matter subject, String reason);

    /** the same, where the subject has ceased to be and nobody in particular took it back */
    void abandon(Matter subject, String reason);

    /** the newest review of the subject, open or closed */
    Optional<Summary> findLatest(Matter subject);

    /** @throws org.guanwu.foundation.shared.Refusal when the review has not been approved */
    ApprovedRelease getApproved(long reviewId);

    /** @param undecided findings that still wait for a decision */
    record Summary(long reviewId, ReleaseStatus status, String url, int findings, int undecided, String returnReason) {}
}
