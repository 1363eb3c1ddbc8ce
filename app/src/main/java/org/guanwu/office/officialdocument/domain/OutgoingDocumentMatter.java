package org.guanwu.office.officialdocument.domain;

import java.time.Clock;
import java.util.List;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.routing.RoutedMatter;
import org.guanwu.foundation.routing.StepKind;
import org.guanwu.foundation.shared.Refusal;
import org.guanwu.office.officialdocument.DisclosureAttribute;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.springframework.stereotype.Component;

/** What the law asks of a document at each step of its route, whichever page or interface the act comes from. */
@Component
class OutgoingDocumentMatter implements RoutedMatter {

    private final OutgoingDocumentRepository documents;
    private final DocumentAccess access;
    private final DraftReview review;
    private final Clock clock;

    OutgoingDocumentMatter(
            OutgoingDocumentRepository documents, DocumentAccess access, DraftReview review, Clock clock) {
        this.documents = documents;
        this.access = access;
        this.review = review;
        this.clock = clock;
    }

    @Override
    public String type() {
        return OutgoingDocumentId.MATTER_TYPE;
    }

    @Override
    public boolean maySee(Actor actor, long matterId) {
        return documents
                .find(new OutgoingDocumentId(matterId))
                .filter(document -> access.maySee(actor, document))
                .isPresent();
    }

    /** 试走 asks for a document that does not exist yet */
    @Override
    public String contentDigest(long matterId) {
        return documents
                .find(new OutgoingDocumentId(matterId))
                .map(document -> document.content().digest())
                .orElse("");
    }

    @Override
    public void beforeApprove(Actor actor, long matterId, String stepKey, StepKind kind) {
        OutgoingDocument document = documents.get(new OutgoingDocumentId(matterId));
        switch (kind) {
            case DRAFTING -> review.requireSendable(document);
            case DRAFT_REVIEW -> {
                requireGround(document);
                recordDisclosureReview(actor, document);
            }
            case COUNTERSIGNATURE -> recordDisclosureReview(actor, document);
            case ISSUANCE -> {
                requireGround(document);
                requireDisclosureReview(document);
            }
            case FINAL_CHECK -> requireSigned(document);
            case REGISTRATION, HANDLING, JOINT_ISSUE -> {}
        }
    }

    /** 没有说明理由的，本级办公核稿部门应实行退文处理 */
    static void requireGround(OutgoingDocument document) {
        DraftContent content = document.content();
        DisclosureAttribute attribute = content.attribute();
        if (content.lacksGround()) {
            throw new Refusal(
                    "officialdocument.ground-missing",
                    "公开属性" + (attribute == null ? "没有选定" : "为“" + attribute.label() + "”但没有依据或者没有说明理由")
                            + "，此件只能退回起草（国办发〔2016〕80号；海关总署《实施办法》一（二））。");
        }
        List<String> lacking = content.attachments().stream()
                .filter(a -> a.attribute() != null && a.attribute().needsGround() && a.ground() == null)
                .map(DraftAttachment::name)
                .toList();
        if (!lacking.isEmpty()) {
            throw new Refusal(
                    "officialdocument.attachment-ground-missing",
                    "附件“" + String.join("”“", lacking) + "”单独定了公开属性但没有依据，此件只能退回起草（国办发〔2016〕80号）。");
        }
    }

    private void recordDisclosureReview(Actor actor, OutgoingDocument document) {
        boolean isDisclosureOffice =
                actor.may(Permission.DISCLOSURE_REVIEW, document.origin().unitPath());
        if (isDisclosureOffice && actor.personId() != document.origin().drafterId()) {
            documents.recordDisclosureReview(
                    document.id(), actor, document.content().disclosureKey(), clock.instant());
        }
    }

    private void requireDisclosureReview(OutgoingDocument document) {
        DraftContent content = document.content();
        if (content.isWithheldPolicy()
                && !documents.isDisclosureReviewed(
                        document.id(),
                        content.disclosureKey(),
                        document.origin().drafterId())) {
            throw new Refusal(
                    "officialdocument.disclosure-review-missing",
                    "拟不公开的政策性文件，现有公开属性和依据还没有经政务公开机构审查，不能签发；请前加签政务公开机构人员，或者退回" + "（国办发〔2016〕80号；海关总署《实施办法》一（二））。");
        }
    }

    private static void requireSigned(OutgoingDocument document) {
        if (document.signature() == null) {
            throw new Refusal("officialdocument.unsigned", "此件未经签发，不能复核编号（公文条例第二十二条、第二十五条）。");
        }
    }
}
