package org.guanwu.office.officialdocument.domain;

import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.springframework.stereotype.Component;

/**
 * 知悉范围: the drafter, whoever has or had a task or a reading on it, those who may read the documents of its unit, and
 * who administers its route once it has one. For everybody else it does not exist.
 */
@Component
public class DocumentAccess {

    private final OutgoingDocumentRepository documents;

    DocumentAccess(OutgoingDocumentRepository documents) {
        this.documents = documents;
    }

    /** @throws NotFound when there is none, or this person may not know of it */
    public OutgoingDocument get(Actor actor, OutgoingDocumentId id) {
        OutgoingDocument document = documents.get(id);
        if (!maySee(actor, document)) {
            throw new NotFound("outgoing document " + id);
        }
        return document;
    }

    boolean maySee(Actor actor, OutgoingDocument document) {
        return actor.personId() == document.origin().drafterId()
                || actor.may(Permission.DOCUMENT_READ, document.origin().unitPath())
                || document.status() != DocumentStatus.DRAFT
                        && actor.may(
                                Permission.ROUTE_ADMINISTER, document.origin().unitPath())
                || documents.isParticipant(document.id(), actor.personId());
    }
}
