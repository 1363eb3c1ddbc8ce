package org.guanwu.office.officialdocument.domain;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.routing.ForecastStep;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.Refusal;
import org.guanwu.foundation.shared.StaleVersion;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 送审: the draft enters the route of its unit and type; who gets it is known before it is sent. */
@Service
public class Sending {

    private final OutgoingDocumentRepository documents;
    private final DocumentAccess access;
    private final EditingRight editing;
    private final DraftReview review;
    private final Recording recording;
    private final RouteDesk desk;
    private final Clock clock;

    Sending(
            OutgoingDocumentRepository documents,
            DocumentAccess access,
            EditingRight editing,
            DraftReview review,
            Recording recording,
            RouteDesk desk,
            Clock clock) {
        this.documents = documents;
        this.access = access;
        this.editing = editing;
        this.review = review;
        this.recording = recording;
        this.desk = desk;
        this.clock = clock;
    }

    /** who would get it, step by step; empty when the unit has no template for this type */
    public List<ForecastStep> forecast(OutgoingDocument document, Map<String, List<Long>> choices) {
        return desk.forecast(document, choices);
    }

    /** the paper as it would look now */
    public DocumentSheet sheet(OutgoingDocument document) {
        return DocumentSheet.of(
                document, document.content(), desk.findAuthorityCode(document), ChinaTime.dateOf(clock.instant()));
    }

    /** steps whose people the drafter has to choose before sending */
    public List<StepChoice> listChoices(OutgoingDocument document) {
        return desk.listChoices(document);
    }

    /**
     * @param readVersion the text that was on the screen
     * @param opinion what stands under the drafter's name on the route
     */
    @Transactional
    public void send(
            Actor actor,
            OutgoingDocumentId id,
            UUID commandId,
            int readVersion,
            Map<String, List<Long>> choices,
            String opinion) {
        access.get(actor, id);
        OutgoingDocument document = documents.lock(id);
        if (document.status() != DocumentStatus.DRAFT && document.origin().drafterId() == actor.personId()) {
            throw new Refusal("officialdocument.already-sent", "此件已经送审，无须再送。");
        }
        editing.require(actor, document);
        if (document.version() != readVersion) {
            throw new StaleVersion(document.version(), "这份文稿在另一个窗口改过，现在是第 " + document.version() + " 版；没有送出，请看过再送。");
        }
        review.requireSendable(document);
        document.send(clock.instant());
        documents.update(document);
        desk.start(actor, document, commandId, choices, opinion.isBlank() ? "送审。" : opinion);
        DraftContent content = document.content();
        recording.record(
                actor,
                id,
                "sent",
                "送审",
                "第" + document.revision().draftNo() + "稿，公开属性：" + label(content),
                Map.of(
                        "version",
                        Integer.toString(document.version()),
                        "attribute",
                        String.valueOf(content.attribute())));
    }

    private static String label(DraftContent content) {
        return content.attribute() == null ? "未定" : content.attribute().label();
    }
}
