package org.guanwu.office.secrecyreview.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.filestore.StoredFile;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.Refusal;
import org.guanwu.foundation.structuredtext.StructuredText;
import org.guanwu.office.secrecyreview.ApprovedRelease;
import org.guanwu.office.secrecyreview.Leak;
import org.guanwu.office.secrecyreview.LeakChecks;
import org.guanwu.office.secrecyreview.OpenRelease;
import org.guanwu.office.secrecyreview.ReleaseReviews;
import org.guanwu.office.secrecyreview.ReleaseStatus;
import org.guanwu.office.secrecyreview.domain.GateRules.GateAction;
import org.guanwu.office.secrecyreview.domain.GateRules.Involvement;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 送审 and 撤回送审, and what came of it. */
@Component
class ReviewOpening implements ReleaseReviews {

    private final ReviewRepository reviews;
    private final ReviewTasks tasks;
    private final LeakChecks checks;
    private final Organization organization;
    private final Ledger ledger;
    private final Clock clock;

    ReviewOpening(
            ReviewRepository reviews,
            ReviewTasks tasks,
            LeakChecks checks,
            Organization organization,
            Ledger ledger,
            Clock clock) {
        this.reviews = reviews;
        this.tasks = tasks;
        this.checks = checks;
        this.organization = organization;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    @Transactional
    public long open(Actor actor, OpenRelease release) {
        reviews.lockSubject(release.subject());
        var latest = reviews.findLatest(release.subject());
        if (latest.isPresent() && latest.get().status().isOpen()) {
            return latest.get().id();
        }
        var unit = organization.getUnit(release.unitId());
        long id = reviews.insert(
                release.subject(),
                latest.map(Review::round).orElse(0) + 1,
                release.title(),
                release.url(),
                release.drafterId(),
                release.drafterName(),
                unit.id(),
                unit.path(),
                unit.name(),
                clock.instant());
        int findings = insertItems(id, release);
        Review review = reviews.lock(id);
        tasks.open(review);
        ledger.record(Act.by(
                actor,
                "secrecyreview.opened",
                review.matter(),
                Map.of("subject", release.subject().toString(), "findings", String.valueOf(findings))));
        return id;
    }

    private int insertItems(long id, OpenRelease release) {
        int ordinal = 0;
        int findings = 0;
        for (var text : release.texts()) {
            long item = reviews.insertText(id, ++ordinal, text.key(), text.label(), text.text());
            findings += insert(id, item, checks.inText(text.text()));
        }
        for (StoredFile file : release.files()) {
            long item = reviews.insertFile(id, ++ordinal, file);
            findings += insert(id, item, checks.inFile(file));
        }
        if (!release.metadata().isEmpty()) {
            long item = reviews.insertMetadata(id, ++ordinal, release.metadata());
            List<Leak> leaks = new ArrayList<>();
            release.metadata().values().forEach(value -> checks.inLine(value)
                    .forEach(leak -> leaks.add(new Leak(leak.kind(), -1, 0, leak.found()))));
            findings += insert(id, item, leaks);
        }
        return findings;
    }

    private int insert(long review, long item, List<Leak> leaks) {
        leaks.forEach(leak -> reviews.insertFinding(review, item, leak));
        return leaks.size();
    }

    @Override
    @Transactional
    public void abandon(Actor actor, Matter subject, String reason) {
        close(subject, reason, actor.personId())
                .ifPresent(review -> ledger.record(
                        Act.by(actor, "secrecyreview.abandoned", review.matter(), Map.of("reason", reason))));
    }

    @Override
    @Transactional
    public void abandon(Matter subject, String reason) {
        close(subject, reason, 0)
                .ifPresent(review -> ledger.record(
                        Act.bySystem("secrecyreview.abandoned", review.matter(), Map.of("reason", reason))));
    }

    private Optional<Review> close(Matter subject, String reason, long byPerson) {
        reviews.lockSubject(subject);
        var latest = reviews.findLatest(subject);
        if (latest.isEmpty() || !latest.get().status().isOpen()) {
            return Optional.empty();
        }
        Review review = reviews.lock(latest.get().id());
        if (!GateRules.permitted(review.status(), false, Involvement.DRAFTER).contains(GateAction.ABANDON)) {
            return Optional.empty();
        }
        tasks.end(review, "WITHDRAWN", byPerson);
        reviews.move(review.id(), ReleaseStatus.ABANDONED, reason, clock.instant());
        return Optional.of(review);
    }

    @Override
    public Optional<Summary> findLatest(Matter subject) {
        return reviews.findLatest(subject).map(review -> {
            var findings = reviews.listFindings(review.id());
            return new Summary(
                    review.id(),
                    review.status(),
                    review.page(),
                    findings.size(),
                    (int) findings.stream().filter(f -> !f.isDecided()).count(),
                    review.returnReason());
        });
    }

    @Override
    public ApprovedRelease getApproved(long reviewId) {
        Review review = reviews.find(reviewId).orElseThrow(() -> new NotFound("release-review " + reviewId));
        if (review.status() != ReleaseStatus.APPROVED) {
            throw new Refusal("secrecyreview.not-approved", "这一件还没有通过公开前审查，不能公开（政府信息公开条例第十七条）。");
        }
        Map<String, StructuredText> texts = new LinkedHashMap<>();
        List<StoredFile> files = new ArrayList<>();
        for (ReviewItem item : reviews.listItems(reviewId)) {
            switch (item.kind()) {
                case TEXT -> texts.put(item.key(), Objects.requireNonNull(item.text()));
                case FILE -> files.add(Objects.requireNonNull(item.file()));
                case METADATA -> {
                    // the subject's own module keeps its metadata
                }
            }
        }
        long approver = reviews.listOpinions(reviewId).stream()
                .filter(o -> o.step() == ReleaseStatus.APPROVAL)
                .findFirst()
                .orElseThrow()
                .personId();
        return new ApprovedRelease(reviewId, review.subject(), texts, files, approver);
    }
}
