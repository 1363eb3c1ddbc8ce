package org.guanwu.openness.publication.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.openness.publication.PublicationIntake;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the item as it is and acts on that version. */
@Component
class IntakeOfPublications implements PublicationIntake {

    private final ItemRepository items;
    private final PublicationDrafts drafts;
    private final Withdrawal withdrawal;
    private final ValidityMarking validity;

    IntakeOfPublications(
            ItemRepository items, PublicationDrafts drafts, Withdrawal withdrawal, ValidityMarking validity) {
        this.items = items;
        this.drafts = drafts;
        this.withdrawal = withdrawal;
        this.validity = validity;
    }

    @Override
    public Optional<Long> findByDocument(Matter document) {
        return items.findIdBySource(document.toString());
    }

    @Override
    public Optional<String> findCatalogueNumber(long publicationId) {
        return items.find(publicationId).map(Item::catalogueNumber);
    }

    @Override
    @Transactional
    public long submit(Actor editor, long publicationId) {
        return drafts.submit(editor, publicationId, item(publicationId).lockVersion());
    }

    @Override
    @Transactional
    public long correct(Actor editor, long publicationId, String text, String publicNote) {
        drafts.correct(editor, publicationId, item(publicationId).lockVersion());
        Item item = item(publicationId);
        drafts.save(
                editor,
                publicationId,
                item.lockVersion(),
                new DraftForm(
                        item.title(),
                        item.documentNumber(),
                        item.issuingAuthority(),
                        item.topic(),
                        item.type(),
                        item.section(),
                        item.documentDate(),
                        item.effectiveOn(),
                        item.summary(),
                        text,
                        null,
                        publicNote));
        return submit(editor, publicationId);
    }

    @Override
    @Transactional
    public void withdraw(Actor approver, long publicationId, String publicReason) {
        withdrawal.withdraw(approver, publicationId, publicReason);
    }

    @Override
    @Transactional
    public void repeal(Actor approver, long publicationId, String byCatalogueNumber, LocalDate from, String note) {
        validity.mark(approver, publicationId, ValidityMarking.Mark.REPEALED, byCatalogueNumber, from, note);
    }

    private Item item(long id) {
        return items.find(id).orElseThrow(() -> new NotFound("publication " + id));
    }
}
