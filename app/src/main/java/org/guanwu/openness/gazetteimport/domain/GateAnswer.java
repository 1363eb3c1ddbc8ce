package org.guanwu.openness.gazetteimport.domain;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.structuredtext.StructuredText;
import org.guanwu.office.secrecyreview.ReleaseApproved;
import org.guanwu.office.secrecyreview.ReleaseReturned;
import org.guanwu.office.secrecyreview.ReleaseReviews;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The gate has spoken: held rows take the text that was approved, and the work begins. */
@Component
class GateAnswer {

    private final BatchRepository batches;
    private final ReleaseReviews gate;
    private final Ledger ledger;
    private final Clock clock;

    GateAnswer(BatchRepository batches, ReleaseReviews gate, Ledger ledger, Clock clock) {
        this.batches = batches;
        this.gate = gate;
        this.ledger = ledger;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ReleaseApproved approved) {
        if (!approved.subject().type().equals(Batch.MATTER_TYPE)) {
            return;
        }
        Batch batch = batches.lock(approved.subject().id());
        if (batch.state() != BatchState.IN_REVIEW) {
            return;
        }
        Map<String, StructuredText> texts =
                gate.getApproved(approved.reviewId()).texts();
        List<ImportedRow> released =
                batches.listRows(batch.id(), List.of(RowState.HELD), 0, Batches.MOST_HELD_PER_REVIEW).stream()
                        .filter(row -> texts.containsKey("row:" + row.line()))
                        .map(row -> new ImportedRow(
                                row.line(),
                                RowState.READY,
                                row.values(),
                                row.problems(),
                                row.naturalKey(),
                                texts.get("row:" + row.line()).toPlainText(),
                                null,
                                null))
                        .toList();
        batches.saveChecked(batch.id(), released);
        batches.move(batch.id(), BatchState.IMPORTING, clock.instant());
        ledger.record(Act.bySystem(
                "gazetteimport.approved", batch.matter(), Map.of("review", String.valueOf(approved.reviewId()))));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ReleaseReturned returned) {
        if (!returned.subject().type().equals(Batch.MATTER_TYPE)) {
            return;
        }
        Batch batch = batches.lock(returned.subject().id());
        if (batch.state() == BatchState.IN_REVIEW) {
            batches.saveReview(batch.id(), returned.reviewId(), returned.reviewerName() + "退回：" + returned.reason());
            batches.move(batch.id(), BatchState.CHECKED, clock.instant());
        }
    }
}
