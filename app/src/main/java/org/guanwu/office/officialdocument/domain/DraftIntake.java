package org.guanwu.office.officialdocument.domain;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.office.officialdocument.DisclosureAttribute;
import org.guanwu.office.officialdocument.DocumentType.Direction;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.guanwu.office.officialdocument.OutgoingDocumentIntake;
import org.springframework.stereotype.Component;

@Component
class DraftIntake implements OutgoingDocumentIntake {

    private final Drafting drafting;
    private final Attachments attachments;
    private final Sending sending;
    private final DocumentAccess access;

    DraftIntake(Drafting drafting, Attachments attachments, Sending sending, DocumentAccess access) {
        this.drafting = drafting;
        this.attachments = attachments;
        this.sending = sending;
        this.access = access;
    }

    @Override
    public OutgoingDocumentId draft(Actor drafter, UUID commandId, Draft draft) {
        return drafting.create(drafter, commandId, content(draft));
    }

    @Override
    public void attach(Actor drafter, OutgoingDocumentId id, InputStream content, String fileName) {
        attachments.add(drafter, id, access.get(drafter, id).version(), content, fileName);
    }

    @Override
    public void send(
            Actor drafter, OutgoingDocumentId id, UUID commandId, Map<String, List<Long>> choices, String opinion) {
        sending.send(drafter, id, commandId, access.get(drafter, id).version(), choices, opinion);
    }

    static DraftContent content(Draft draft) {
        Direction direction = draft.type().direction() == Direction.ANY
                ? Direction.DOWNWARD
                : draft.type().direction();
        return new DraftContent(
                draft.type(),
                draft.form(),
                direction,
                draft.urgency(),
                draft.isImportant(),
                draft.title(),
                draft.primaryRecipients(),
                draft.copyRecipients(),
                draft.body(),
                draft.annotation(),
                draft.summary(),
                draft.attribute(),
                draft.grounds(),
                draft.groundExplanation(),
                draft.attribute() == DisclosureAttribute.PROACTIVE ? List.of(Channel.WEBSITE) : List.of(),
                draft.topic(),
                draft.isPolicy(),
                draft.concernsOtherUnits(),
                List.of());
    }
}
