package org.guanwu.office.secrecyreview.domain;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.Refusal;
import org.guanwu.foundation.shared.StaleVersion;
import org.guanwu.office.secrecyreview.ReleaseApproved;
import org.guanwu.office.secrecyreview.ReleaseReturned;
import org.guanwu.office.secrecyreview.ReleaseStatus;
import org.guanwu.office.secrecyreview.domain.GateRules.GateAction;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 初审、复审、批准: pass to the next or return to the drafter. */
@Component
public class ReviewStep {

    private final ReviewRepository reviews;
    private final ReviewAccess access;
    private final ReviewTasks tasks;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReviewStep(
            ReviewRepository reviews,
            ReviewAccess access,
            ReviewTasks tasks,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reviews = reviews;
        this.access = access;
        this.tasks = tasks;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param checkedItems every item of the review, one by one (逐项审查)
     * @param seenVersion of the page; somebody may have changed a decision since
     */
    @Transactional
    public ReleaseStatus pass(Actor actor, long reviewId, int seenVersion, Set<Long> checkedItems, String opinion) {
        Review review = reviews.lock(reviewId);
        if (isRepeated(actor, review, true)) {
            return review.status();
        }
        access.require(actor, review, GateAction.PASS);
        refuseStale(review, seenVersion);
        long undecided = reviews.listFindings(reviewId).stream()
                .filter(f -> !f.isDecided())
                .count();
        if (undecided > 0) {
            throw new Refusal("secrecyreview.undecided", "还有 " + undecided + " 处发现没有处理，逐处保留或清除后才能通过。");
        }
        var items = reviews.listItems(reviewId);
        if (!items.stream().allMatch(item -> checkedItems.contains(item.id()))) {
            throw new InvalidInput("checked", "逐项审查：每一项看过后勾选，再通过。");
        }
        var now = clock.instant();
        items.forEach(item -> reviews.check(reviewId, item.id(), review.status(), actor.personId(), now));
        reviews.insertOpinion(review, "PASSED", actor, shortened(opinion, "同意公开。"), now);
        tasks.end(review, "DONE", actor.personId());
        ReleaseStatus next = GateRules.after(review.status());
        reviews.move(reviewId, next, "", next.isOpen() ? null : now);
        ledger.record(Act.by(
                actor,
                "secrecyreview.passed",
                review.matter(),
                Map.of("step", review.status().name(), "items", String.valueOf(items.size()))));
        if (next.isOpen()) {
            tasks.open(reviews.lock(reviewId));
        } else {
            events.publishEvent(new ReleaseApproved(reviewId, review.subject(), ChinaTime.dateOf(now)));
        }
        return next;
    }

    @Transactional
    public void sendBack(Actor actor, long reviewId, int seenVersion, String reason) {
        Review review = reviews.lock(reviewId);
        if (isRepeated(actor, review, false)) {
            return;
        }
        access.require(actor, review, GateAction.RETURN);
        refuseStale(review, seenVersion);
        String why = reason.strip();
        if (why.isEmpty()) {
            throw new InvalidInput("opinion", "退回要写明理由，起草人按它修改。");
        }
        var now = clock.instant();
        reviews.insertOpinion(review, "RETURNED", actor, shortened(why, ""), now);
        tasks.end(review, "RETURNED", actor.personId());
        reviews.move(reviewId, ReleaseStatus.RETURNED, shortened(why, ""), now);
        ledger.record(Act.by(
                actor,
                "secrecyreview.returned",
                review.matter(),
                Map.of("step", review.status().name(), "reason", shortened(why, ""))));
        events.publishEvent(new ReleaseReturned(reviewId, review.subject(), actor.name(), shortened(why, "")));
    }

    /** pressed twice: the opinion is there already and says the same */
    private boolean isRepeated(Actor actor, Review review, boolean isPassed) {
        return reviews.listOpinions(review.id()).stream()
                .reduce((first, second) -> second)
                .filter(last -> last.personId() == actor.personId() && last.isPassed() == isPassed)
                .isPresent();
    }

    private static void refuseStale(Review review, int seenVersion) {
        if (seenVersion != review.lockVersion()) {
            throw new StaleVersion(review.lockVersion(), "您打开之后，有发现被处理或内容被替换，请看过最新内容再办。");
        }
    }

    private static String shortened(String opinion, String otherwise) {
        String text = opinion.strip();
        return text.isEmpty() ? otherwise : text.length() > 1000 ? text.substring(0, 1000) : text;
    }
}
