package org.guanwu.office.officialdocument.domain;

import java.util.Map;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.routing.RouteClosed;
import org.guanwu.foundation.routing.RouteNumberAssigned;
import org.guanwu.foundation.routing.RoutePeopleJoined;
import org.guanwu.foundation.routing.RouteReopened;
import org.guanwu.foundation.routing.RouteReturned;
import org.guanwu.foundation.routing.RouteStepActivated;
import org.guanwu.foundation.routing.RouteStepCompleted;
import org.guanwu.foundation.routing.RouteVoided;
import org.guanwu.foundation.routing.StepKind;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.office.officialdocument.DocumentReopened;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What the travel of a document means for it. All in the transaction of the act: a document that the law does not allow
 * to be signed takes the signature back with it.
 */
@Component
class RouteEffects {

    private final OutgoingDocumentRepository documents;
    private final Organization organization;
    private final SignatoryRule signatories;
    private final PublicationClock publicationClock;
    private final Issuing issuing;
    private final Recording recording;
    private final Voiding voiding;
    private final ApplicationEventPublisher events;

    RouteEffects(
            OutgoingDocumentRepository documents,
            Organization organization,
            SignatoryRule signatories,
            PublicationClock publicationClock,
            Issuing issuing,
            Recording recording,
            Voiding voiding,
            ApplicationEventPublisher events) {
        this.documents = documents;
        this.organization = organization;
        this.signatories = signatories;
        this.publicationClock = publicationClock;
        this.issuing = issuing;
        this.recording = recording;
        this.voiding = voiding;
        this.events = events;
    }

    @EventListener
    void on(RoutePeopleJoined joined) {
        if (isOurs(joined.matter())) {
            joined.personIds().forEach(person -> documents.addParticipant(id(joined.matter()), person, joined.at()));
        }
    }

    /** a step in front of the signature runs again, by return, withdrawal or reopening: the signature is undone */
    @EventListener
    void on(RouteStepActivated activated) {
        if (!isOurs(activated.matter()) || !isUpToSignature(activated.kind())) {
            return;
        }
        OutgoingDocument document = documents.lock(id(activated.matter()));
        if (activated.kind() == StepKind.DRAFTING) {
            document.returnToDrafter();
        } else if (document.signature() != null) {
            document.resume();
        }
        documents.update(document);
    }

    @EventListener
    void on(RouteStepCompleted completed) {
        if (!isOurs(completed.matter())) {
            return;
        }
        if (completed.kind() == StepKind.ISSUANCE) {
            sign(completed);
            return;
        }
        OutgoingDocument document = documents.lock(id(completed.matter()));
        if (document.status() == DocumentStatus.RETURNED && completed.kind() == StepKind.DRAFTING) {
            document.resume();
        }
        document.handOver();
        documents.update(document);
    }

    @EventListener
    void on(RouteReturned returned) {
        if (!isOurs(returned.matter())) {
            return;
        }
        OutgoingDocument document = documents.lock(id(returned.matter()));
        if (returned.targetKind() == StepKind.DRAFTING) {
            document.returnToDrafter();
        } else if (isUpToSignature(returned.targetKind())) {
            document.resume();
        } else {
            document.handOver();
        }
        documents.update(document);
    }

    @EventListener
    void on(RouteNumberAssigned assigned) {
        if (!isOurs(assigned.matter())) {
            return;
        }
        OutgoingDocument document = documents.lock(id(assigned.matter()));
        boolean isNew = document.number() == null;
        document.receiveNumber(assigned.number());
        documents.update(document);
        if (isNew) {
            recording.recordBySystem(
                    document.id(),
                    "numbered",
                    "编号",
                    assigned.number().toString(),
                    Map.of("number", assigned.number().toString()));
        }
    }

    @EventListener
    void on(RouteClosed closed) {
        if (isOurs(closed.matter())) {
            issuing.issue(documents.lock(id(closed.matter())), closed.at());
        }
    }

    @EventListener
    void on(RouteReopened reopened) {
        if (!isOurs(reopened.matter())) {
            return;
        }
        OutgoingDocument document = documents.lock(id(reopened.matter()));
        if (document.status() == DocumentStatus.ISSUED) {
            document.resume();
            documents.update(document);
            issuing.recall(document);
        }
        recording.recordBySystem(document.id(), "reopened", "重新办理", "原文号不变", Map.of());
        events.publishEvent(
                new DocumentReopened(document.id(), document.origin().drafterId(), reopened.at()));
    }

    @EventListener
    void on(RouteVoided voided) {
        if (isOurs(voided.matter())) {
            voiding.markVoid(documents.lock(id(voided.matter())), voided);
        }
    }

    private void sign(RouteStepCompleted completed) {
        Long hand = completed.personId();
        Long principal = completed.principalId();
        if (hand == null || principal == null) {
            throw new IllegalStateException("a signature without a person on " + completed.matter());
        }
        OutgoingDocument document = documents.lock(id(completed.matter()));
        signatories.require(document, principal);
        var date = ChinaTime.dateOf(completed.at());
        String name = organization.getPerson(principal).name();
        document.sign(principal, name, date);
        documents.update(document);
        publicationClock.start(document);
        recording.recordFromRoute(
                hand,
                principal,
                document.id(),
                "signed",
                "签发",
                "成文日期 " + date + (hand.equals(principal) ? "" : "，代" + name + "签发"),
                Map.of("date", date.toString(), "digest", document.content().digest()));
    }

    private static boolean isUpToSignature(StepKind kind) {
        return switch (kind) {
            case DRAFTING, DRAFT_REVIEW, COUNTERSIGNATURE, ISSUANCE, JOINT_ISSUE -> true;
            case FINAL_CHECK, REGISTRATION, HANDLING -> false;
        };
    }

    private static boolean isOurs(Matter matter) {
        return matter.type().equals(OutgoingDocumentId.MATTER_TYPE);
    }

    private static OutgoingDocumentId id(Matter matter) {
        return new OutgoingDocumentId(matter.id());
    }
}
