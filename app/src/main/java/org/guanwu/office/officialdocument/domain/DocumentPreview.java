package org.guanwu.office.officialdocument.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.worklist.MatterPreview;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.springframework.stereotype.Component;

/** Beside the inbox: what the document asks for, before it is opened. */
@Component
class DocumentPreview implements MatterPreview {

    private static final int PARAGRAPHS = 3;

    private final OutgoingDocumentRepository documents;
    private final DocumentAccess access;

    DocumentPreview(OutgoingDocumentRepository documents, DocumentAccess access) {
        this.documents = documents;
        this.access = access;
    }

    @Override
    public String matterType() {
        return OutgoingDocumentId.MATTER_TYPE;
    }

    @Override
    public Optional<Preview> find(Actor actor, long matterId) {
        return documents
                .find(new OutgoingDocumentId(matterId))
                .filter(document -> access.maySee(actor, document))
                .map(DocumentPreview::of);
    }

    private static Preview of(OutgoingDocument document) {
        DraftContent content = document.content();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("现在", document.status().label()));
        facts.add(new Fact(
                "起草", document.origin().unitName() + " " + document.origin().drafterName()));
        facts.add(new Fact(
                "公开属性",
                content.attribute() == null
                        ? "未定"
                        : content.attribute().label() + (content.lacksGround() ? "，没有依据" : "")));
        if (!content.attachments().isEmpty()) {
            facts.add(new Fact("附件", content.attachments().size() + " 件"));
        }
        List<String> opening = content.text().blocks().stream()
                .map(block -> block.plainText())
                .limit(PARAGRAPHS)
                .toList();
        return new Preview(content.summary(), facts, "", "", opening);
    }
}
