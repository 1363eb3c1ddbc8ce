package org.guanwu.office.officialdocument.domain;

import java.util.List;
import java.util.Optional;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.office.officialdocument.DocumentIssued;
import org.guanwu.office.officialdocument.IssuedDocument;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.guanwu.office.officialdocument.OutgoingDocuments;
import org.springframework.stereotype.Component;

@Component
class OutgoingDocumentsDirectory implements OutgoingDocuments {

    private final OutgoingDocumentRepository documents;
    private final OutgoingDocumentRegister register;

    OutgoingDocumentsDirectory(OutgoingDocumentRepository documents, OutgoingDocumentRegister register) {
        this.documents = documents;
        this.register = register;
    }

    @Override
    public Optional<IssuedDocument> findIssued(OutgoingDocumentId id) {
        return documents
                .find(id)
                .filter(document -> document.status() == DocumentStatus.ISSUED)
                .map(IssuedFacts::withContent);
    }

    @Override
    public List<DocumentIssued> listIssued(Actor actor, String text, int limit) {
        return register.listIssued(actor, text, limit).stream()
                .map(IssuedFacts::of)
                .toList();
    }
}
