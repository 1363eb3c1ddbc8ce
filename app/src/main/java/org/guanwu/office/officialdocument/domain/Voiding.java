package org.guanwu.office.officialdocument.domain;

import java.util.Map;
import java.util.Optional;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.People;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.numbering.DocumentNumber;
import org.guanwu.foundation.numbering.Numbering;
import org.guanwu.foundation.routing.RouteVoided;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.Refusal;
import org.guanwu.office.officialdocument.DocumentVoided;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 作废: once signed, only with the approval of somebody who may give it; the number stays in the register as void. */
@Component
class Voiding {

    private final OutgoingDocumentRepository documents;
    private final PublicationClock publicationClock;
    private final Issuing issuing;
    private final Numbering numbering;
    private final People people;
    private final Recording recording;
    private final ApplicationEventPublisher events;

    Voiding(
            OutgoingDocumentRepository documents,
            PublicationClock publicationClock,
            Issuing issuing,
            Numbering numbering,
            People people,
            Recording recording,
            ApplicationEventPublisher events) {
        this.documents = documents;
        this.publicationClock = publicationClock;
        this.issuing = issuing;
        this.numbering = numbering;
        this.people = people;
        this.recording = recording;
        this.events = events;
    }

    void markVoid(OutgoingDocument document, RouteVoided voided) {
        boolean wasIssued = document.progress().issuedAt() != null;
        DocumentNumber number = document.number();
        if (document.signature() != null || number != null) {
            Actor approver = requireApprover(document, voided);
            if (number != null) {
                numbering.voidNumber(approver, number, voided.reason(), approver.name());
            }
        }
        document.markVoid(voided.reason());
        documents.update(document);
        publicationClock.stop(document, ChinaTime.dateOf(voided.at()));
        issuing.recall(document);
        recording.recordFromRoute(
                voided.personId(),
                voided.personId(),
                document.id(),
                "voided",
                "作废",
                voided.reason(),
                Map.of("reason", voided.reason()));
        events.publishEvent(new DocumentVoided(
                document.id(),
                number == null ? null : number.toString(),
                wasIssued,
                voided.reason(),
                voided.personId(),
                voided.at()));
    }

    private Actor requireApprover(OutgoingDocument document, RouteVoided voided) {
        Long named = voided.approvedBy();
        return Optional.ofNullable(named)
                .flatMap(people::findActor)
                .filter(actor ->
                        actor.may(Permission.DOCUMENT_VOID, document.origin().unitPath()))
                .orElseThrow(
                        () -> new Refusal("officialdocument.void-needs-approval", "此件已签发，作废须经有“批准作废”权限的负责人批准，请写明批准人。"));
    }
}
