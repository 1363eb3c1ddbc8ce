package org.guanwu.office.secrecyreview.domain;

import java.util.Set;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.Refusal;
import org.guanwu.office.secrecyreview.domain.GateRules.GateAction;
import org.guanwu.office.secrecyreview.domain.GateRules.Involvement;
import org.springframework.stereotype.Component;

/** Puts the table of {@link GateRules} between a person and a review. */
@Component
class ReviewAccess {

    private static final Set<Permission> MAY_SEE = Set.of(
            Permission.DISCLOSURE_REVIEW,
            Permission.SECRECY_REVIEW,
            Permission.PUBLICATION_RELEASE,
            Permission.PUBLICATION_EDIT);

    private final ReviewRepository reviews;

    ReviewAccess(ReviewRepository reviews) {
        this.reviews = reviews;
    }

    void requireToSee(Actor actor, Review review) {
        boolean maySee = actor.personId() == review.drafterId()
                || MAY_SEE.stream().anyMatch(permission -> actor.may(permission, review.unitPath()));
        if (!maySee) {
            throw new NotFound("release-review " + review.id());
        }
    }

    Set<GateAction> permitted(Actor actor, Review review) {
        boolean holds = GateRules.permissionFor(review.status())
                .filter(permission -> actor.may(permission, review.unitPath()))
                .isPresent();
        return GateRules.permitted(review.status(), holds, involvement(actor, review));
    }

    Involvement involvement(Actor actor, Review review) {
        if (actor.personId() == review.drafterId()) {
            return Involvement.DRAFTER;
        }
        boolean wasReviewer =
                reviews.listOpinions(review.id()).stream().anyMatch(o -> o.personId() == actor.personId());
        return wasReviewer ? Involvement.EARLIER_REVIEWER : Involvement.NONE;
    }

    void require(Actor actor, Review review, GateAction action) {
        requireToSee(actor, review);
        if (permitted(actor, review).contains(action)) {
            return;
        }
        if (!review.status().isOpen()) {
            throw new Refusal("secrecyreview.closed", "这次审查" + review.status().label() + "，不能再办。");
        }
        throw switch (involvement(actor, review)) {
            case DRAFTER -> new Refusal("secrecyreview.own-draft", "起草人不能审查自己送审的内容，须由他人审查。");
            case EARLIER_REVIEWER ->
                new Refusal(
                        "secrecyreview.four-eyes",
                        "您已经办过前面的一步，" + review.status().label() + "须由另一人办理。");
            case NONE ->
                new Refusal(
                        "secrecyreview.not-permitted", "现在是" + review.status().label() + "，您没有这一步的权限，此操作已记录。");
        };
    }
}
