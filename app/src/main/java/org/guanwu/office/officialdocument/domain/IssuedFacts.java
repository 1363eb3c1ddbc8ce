package org.guanwu.office.officialdocument.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.guanwu.foundation.numbering.DocumentNumber;
import org.guanwu.foundation.structuredtext.Block;
import org.guanwu.foundation.structuredtext.StructuredText;
import org.guanwu.office.officialdocument.DisclosureAttribute;
import org.guanwu.office.officialdocument.DocumentIssued;
import org.guanwu.office.officialdocument.IssuedDocument;
import org.jspecify.annotations.Nullable;

/** The issued document as other modules read it. */
final class IssuedFacts {

    private IssuedFacts() {}

    static DocumentIssued of(OutgoingDocument document) {
        DraftContent content = document.content();
        var origin = document.origin();
        var signature = document.signature();
        DocumentNumber number = document.number();
        DisclosureAttribute attribute = content.attribute();
        if (signature == null || number == null || attribute == null) {
            throw new IllegalStateException("outgoing document " + document.id() + " is not issued");
        }
        return new DocumentIssued(
                document.id(),
                number,
                content.title(),
                content.type(),
                content.form(),
                origin.unitId(),
                origin.authorityId(),
                origin.authorityName(),
                signature.documentDate(),
                attribute,
                content.grounds(),
                content.topic(),
                content.isPolicy(),
                origin.drafterId());
    }

    static IssuedDocument withContent(OutgoingDocument document) {
        DocumentIssued facts = of(document);
        Instant issuedAt = document.progress().issuedAt();
        if (issuedAt == null) {
            throw new IllegalStateException("outgoing document " + document.id() + " is not issued");
        }
        List<DraftAttachment> files = document.content().attachments();
        var attachments = new ArrayList<IssuedDocument.Attachment>();
        for (int i = 0; i < files.size(); i++) {
            DraftAttachment file = files.get(i);
            attachments.add(new IssuedDocument.Attachment(
                    i + 1,
                    file.name(),
                    file.digest(),
                    file.fileName(),
                    file.mediaType(),
                    file.size(),
                    file.attributeOr(facts.attribute()),
                    file.ground() != null
                            ? file.ground()
                            : file.attribute() == null && !facts.grounds().isEmpty()
                                    ? facts.grounds().getFirst()
                                    : null));
        }
        return new IssuedDocument(
                facts,
                wholeText(document, document.content(), facts.documentDate()),
                document.content().summary(),
                attachments,
                issuedAt);
    }

    /** 主送机关、正文、附件说明、署名、成文日期、附注 in the order of GB/T 9704-2012 7.3; without the title */
    static StructuredText wholeText(OutgoingDocument document, DraftContent content, @Nullable LocalDate documentDate) {
        StructuredText body = content.text();
        var head = new ArrayList<Block>();
        boolean hasRecipients = body.blocks().stream().anyMatch(Block.Recipients.class::isInstance);
        if (!content.primaryRecipients().isEmpty() && !hasRecipients) {
            head.add(new Block.Recipients(content.primaryRecipients() + "："));
        }
        var tail = new ArrayList<Block>();
        boolean hasNote = body.blocks().stream().anyMatch(Block.AttachmentNote.class::isInstance);
        if (!content.attachments().isEmpty() && !hasNote) {
            tail.add(new Block.AttachmentNote(
                    content.attachments().stream().map(DraftAttachment::name).toList()));
        }
        tail.add(new Block.Signature(document.origin().authorityName()));
        tail.add(new Block.DateLine(documentDate == null ? "　　　　年　月　日" : DocumentSheet.written(documentDate)));
        if (!content.annotation().isEmpty()) {
            tail.add(new Block.Annotation("（" + content.annotation() + "）"));
        }
        List<Block> written = body.blocks().stream()
                .filter(b -> !(b instanceof Block.Signature) && !(b instanceof Block.DateLine))
                .toList();
        return new StructuredText(written).precededBy(head).followedBy(tail);
    }
}
