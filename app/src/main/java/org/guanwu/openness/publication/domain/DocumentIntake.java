package org.guanwu.openness.publication.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.filestore.StoredFile;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.People;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.workingday.LegalClocks;
import org.guanwu.foundation.workingday.LegalClocks.ClockView;
import org.guanwu.office.officialdocument.DisclosureAttribute;
import org.guanwu.office.officialdocument.DocumentForm;
import org.guanwu.office.officialdocument.DocumentIssued;
import org.guanwu.office.officialdocument.DocumentTopic;
import org.guanwu.office.officialdocument.DocumentVoided;
import org.guanwu.office.officialdocument.IssuedDocument;
import org.guanwu.office.officialdocument.OutgoingDocuments;
import org.guanwu.openness.publication.domain.ItemRepository.NewItem;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * 源头公开: a document that was signed as 主动公开 becomes a publication draft and stands at the gate without anybody typing
 * it again (条例第二十六条: 二十个工作日). Safe to repeat: the document is the natural key.
 */
@Component
class DocumentIntake {

    private final OutgoingDocuments documents;
    private final ItemRepository items;
    private final CatalogueNumbers numbers;
    private final PublicationDrafts drafts;
    private final EditorTasks tasks;
    private final Withdrawal withdrawal;
    private final IntakeContext context;
    private final Ledger ledger;

    DocumentIntake(
            OutgoingDocuments documents,
            ItemRepository items,
            CatalogueNumbers numbers,
            PublicationDrafts drafts,
            EditorTasks tasks,
            Withdrawal withdrawal,
            IntakeContext context,
            Ledger ledger) {
        this.documents = documents;
        this.items = items;
        this.numbers = numbers;
        this.drafts = drafts;
        this.tasks = tasks;
        this.withdrawal = withdrawal;
        this.context = context;
        this.ledger = ledger;
    }

    @ApplicationModuleListener
    void on(DocumentIssued issued) {
        if (issued.attribute() == DisclosureAttribute.PROACTIVE) {
            documents.findIssued(issued.id()).ifPresent(this::take);
        }
    }

    /** a void document must not go out, and must not stay out */
    @ApplicationModuleListener
    void on(DocumentVoided voided) {
        items.findIdBySource(voided.id().matter().toString())
                .ifPresent(id -> withdrawal.followVoiding(id, voided.reason()));
    }

    private void take(IssuedDocument document) {
        DocumentIssued facts = document.facts();
        var unit = context.organization().getUnit(facts.unitId());
        var drafter = context.organization().findPerson(facts.drafterId());
        var id = items.insert(
                new NewItem(
                        Item.Source.OFFICIAL_DOCUMENT,
                        facts.id().matter().toString(),
                        unit.id(),
                        unit.path(),
                        unit.name(),
                        CatalogueNumbers.authorityCode(numbers.authorityOf(facts.authorityUnitId())),
                        facts.issuingAuthorityName(),
                        topic(facts.topic()),
                        facts.form() == DocumentForm.CUSTOMS_RULE
                                ? "REGULATION"
                                : facts.type().name(),
                        "documents",
                        facts.title(),
                        facts.number().toString(),
                        facts.documentDate(),
                        null,
                        Summary.of(document.summary(), document.text()),
                        facts.drafterId(),
                        drafter.map(person -> person.name()).orElse("起草人")),
                context.clock().instant());
        if (id.isEmpty()) {
            return;
        }
        List<StoredFile> files = document.attachments().stream()
                .filter(file -> file.attribute() == DisclosureAttribute.PROACTIVE)
                .map(file -> new StoredFile(file.digest(), file.mediaType(), file.size(), file.fileName()))
                .toList();
        items.insertVersion(
                new Version(
                        id.get(),
                        1,
                        Version.State.DRAFT,
                        facts.title(),
                        facts.number().toString(),
                        document.text(),
                        Summary.of(document.summary(), document.text()),
                        "",
                        null,
                        facts.drafterId(),
                        drafter.map(person -> person.name()).orElse("起草人"),
                        files),
                context.clock().instant());
        Item item = items.lock(id.get());
        ledger.record(Act.bySystem(
                "publication.drafted",
                item.matter(),
                Map.of("document", facts.id().matter().toString())));
        Optional<Actor> actor = context.people().findActor(facts.drafterId());
        if (actor.isPresent()) {
            drafts.submit(actor.get(), item, items.getVersion(item.id(), 1));
        } else {
            LocalDate due = context.clocks()
                    .find(facts.id().matter(), Release.CLOCK)
                    .map(ClockView::dueOn)
                    .orElse(null);
            tasks.open(item, "送公开前审查", due);
        }
    }

    private static String topic(DocumentTopic topic) {
        return switch (topic) {
            case GOODS_CONTROL -> "cargo";
            case TARIFF -> "tariff";
            case PROCESSING_TRADE -> "bonded";
            case HEALTH_QUARANTINE -> "animal-plant-quarantine";
            case FOOD_AND_COMMODITY -> "food-safety";
            case ENTERPRISE -> "enterprise";
            case ENFORCEMENT -> "anti-smuggling";
            case INTELLECTUAL_PROPERTY -> "intellectual-property";
            case STATISTICS -> "statistics";
            case TRAVELLERS_AND_MAIL -> "passenger-mail";
            case GENERAL -> "general";
            case OTHER -> "other";
        };
    }

    /** what the intake looks up */
    @Component
    record IntakeContext(Organization organization, People people, LegalClocks clocks, Clock clock) {}
}
