package org.guanwu.office.secrecyreview.domain;

import java.util.stream.Collectors;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.office.secrecyreview.ReleaseDecisions;
import org.guanwu.office.secrecyreview.ReleaseStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the review as the reviewer sees it and decides on that version. */
@Component
class DecisionIntake implements ReleaseDecisions {

    private final ReviewDossier dossier;
    private final ReviewStep step;
    private final FindingDecision findings;

    DecisionIntake(ReviewDossier dossier, ReviewStep step, FindingDecision findings) {
        this.dossier = dossier;
        this.step = step;
        this.findings = findings;
    }

    @Override
    @Transactional
    public ReleaseStatus pass(Actor reviewer, long reviewId, String opinion) {
        var view = dossier.get(reviewer, reviewId);
        var checked = view.items().stream().map(ReviewDossier.ItemView::id).collect(Collectors.toSet());
        return step.pass(reviewer, reviewId, view.lockVersion(), checked, opinion);
    }

    @Override
    @Transactional
    public void sendBack(Actor reviewer, long reviewId, String reason) {
        step.sendBack(reviewer, reviewId, dossier.get(reviewer, reviewId).lockVersion(), reason);
    }

    @Override
    @Transactional
    public int acceptFindings(Actor reviewer, long reviewId, String reason) {
        var undecided = dossier.get(reviewer, reviewId).items().stream()
                .flatMap(item -> item.findings().stream())
                .map(ReviewDossier.NumberedFinding::finding)
                .filter(finding -> !finding.isDecided())
                .toList();
        undecided.forEach(finding -> findings.accept(reviewer, reviewId, finding.id(), reason));
        return undecided.size();
    }
}
