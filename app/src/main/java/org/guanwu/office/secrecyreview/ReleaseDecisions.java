package org.guanwu.office.secrecyreview;

import org.guanwu.foundation.identity.Actor;

/**
 * Deciding at the gate without a page: other systems, the demo, tests. The rules are those of the page; the reviewer
 * says with each call that every item of the review has been looked at.
 */
public interface ReleaseDecisions {

    /**
     * Passes the present step.
     *
     * @throws org.guanwu.foundation.shared.Refusal findings are undecided, or this person may not take the step
     */
    ReleaseStatus pass(Actor reviewer, long reviewId, String opinion);

    void sendBack(Actor reviewer, long reviewId, String reason);

    /** keeps every finding that is still undecided, with one reason; returns how many there were */
    int acceptFindings(Actor reviewer, long reviewId, String reason);
}
