package org.guanwu.openness.publication.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.identity.People;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.structuredtext.StructuredText;
import org.guanwu.foundation.workingday.LegalClocks;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.guanwu.office.secrecyreview.ApprovedRelease;
import org.guanwu.office.secrecyreview.ReleaseApproved;
import org.guanwu.office.secrecyreview.ReleaseReturned;
import org.guanwu.office.secrecyreview.ReleaseReviews;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 发布: what the gate approved, word for word, in the transaction of the approval. Either the approval, the number, the
 * counters and the search entry are all there, or none of them.
 */
@Component
class Release {

    static final String CLOCK = "publication.proactive";

    private final ItemRepository items;
    private final CatalogueNumbers numbers;
    private final ReleaseReviews gate;
    private final PublicEntries entries;
    private final LegalClocks clocks;
    private final EditorTasks tasks;
    private final ReleaseLedger ledger;
    private final Clock clock;

    Release(
            ItemRepository items,
            CatalogueNumbers numbers,
            ReleaseReviews gate,
            PublicEntries entries,
            LegalClocks clocks,
            EditorTasks tasks,
            ReleaseLedger ledger,
            Clock clock) {
        this.items = items;
        this.numbers = numbers;
        this.gate = gate;
        this.entries = entries;
        this.clocks = clocks;
        this.tasks = tasks;
        this.ledger = ledger;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(ReleaseApproved event) {
        if (!event.subject().type().equals(Item.MATTER_TYPE)) {
            return;
        }
        Item item = items.lock(event.subject().id());
        if (item.draftVersion() == null) {
            return;
        }
        Version draft = items.getVersion(item.id(), item.draftVersion());
        ApprovedRelease approved = gate.getApproved(event.reviewId());
        StructuredText text = approved.texts().getOrDefault("body", draft.text());
        Version approvedVersion = new Version(
                draft.itemId(),
                draft.number(),
                Version.State.PUBLISHED,
                draft.title(),
                draft.documentNumber(),
                text,
                Summary.isDerived(draft.summary(), draft.text()) ? Summary.of("", text) : draft.summary(),
                draft.publicNote(),
                event.reviewId(),
                draft.drafterId(),
                draft.drafterName(),
                approved.files());
        var now = clock.instant();
        LocalDate today = ChinaTime.dateOf(now);
        items.saveDraft(approvedVersion, now);
        String number = item.catalogueNumber() == null ? newNumber(item) : item.catalogueNumber();
        items.publish(item, approvedVersion, number, event.approvedOn(), now);
        items.saveValidity(item.id(), item.repealedOn(), item.partlyRepealedOn(), today, now);
        if (item.currentVersion() > 0) {
            items.insertNote(item.id(), draft.number(), today, draft.publicNote());
        }
        entries.refresh(
                item.id(),
                new ValidityRule(item.effectiveOn(), item.partlyRepealedOn(), item.repealedOn())
                        .on(today)
                        .name());
        stopClock(item, event.approvedOn());
        ledger.published(approved, item, number, draft.number());
    }

    private String newNumber(Item item) {
        int year = item.documentDate().getYear();
        return CatalogueNumbers.format(item.authorityCode(), year, numbers.allocate(item.authorityCode(), year, 1));
    }

    private void stopClock(Item item, LocalDate on) {
        if (item.source() == Item.Source.OFFICIAL_DOCUMENT && item.sourceKey() != null) {
            var document = new OutgoingDocumentId(
                    Long.parseLong(item.sourceKey().substring(item.sourceKey().indexOf(':') + 1)));
            // a correction comes after the clock has stopped: what counts is the first publication
            clocks.find(document.matter(), CLOCK)
                    .filter(clock -> clock.state() != LegalClocks.State.STOPPED)
                    .ifPresent(clock -> clocks.stop(document.matter(), CLOCK, on));
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(ReleaseReturned event) {
        if (!event.subject().type().equals(Item.MATTER_TYPE)) {
            return;
        }
        Item item = items.lock(event.subject().id());
        if (item.draftVersion() == null) {
            return;
        }
        Version draft = items.getVersion(item.id(), item.draftVersion());
        items.saveDraft(PublicationDrafts.with(draft, Version.State.DRAFT, event.reviewId()), clock.instant());
        items.saveDraftVersion(item.id(), draft.number(), clock.instant());
        tasks.open(item, "修改后重新送审", null);
    }

    /** the acts of the gate, told by the name of the one who approved */
    @Component
    static class ReleaseLedger {

        private final Ledger ledger;
        private final People people;

        ReleaseLedger(Ledger ledger, People people) {
            this.ledger = ledger;
            this.people = people;
        }

        void published(ApprovedRelease approved, Item item, String catalogueNumber, int version) {
            Map<String, String> details = new HashMap<>();
            details.put("catalogueNumber", catalogueNumber);
            details.put("version", String.valueOf(version));
            details.put("review", String.valueOf(approved.reviewId()));
            String act = item.currentVersion() == 0 ? "publication.published" : "publication.corrected";
            ledger.record(people.findActor(approved.approverId())
                    .map(actor -> Act.by(actor, act, item.matter(), details))
                    .orElseGet(() -> Act.bySystem(act, item.matter(), details)));
        }
    }
}
