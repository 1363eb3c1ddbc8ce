package org.guanwu.office.officialdocument.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.identity.Requires;
import org.guanwu.foundation.identity.SignedIn;
import org.guanwu.foundation.routing.RouteView;
import org.guanwu.foundation.routing.Routing;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.office.officialdocument.DisclosureAttribute;
import org.guanwu.office.officialdocument.DisclosureGround;
import org.guanwu.office.officialdocument.DocumentForm;
import org.guanwu.office.officialdocument.DocumentTopic;
import org.guanwu.office.officialdocument.DocumentType;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.guanwu.office.officialdocument.OutgoingDocumentIntake;
import org.guanwu.office.officialdocument.Urgency;
import org.guanwu.office.officialdocument.domain.DocumentAccess;
import org.guanwu.office.officialdocument.domain.DocumentStatus;
import org.guanwu.office.officialdocument.domain.Drafting;
import org.guanwu.office.officialdocument.domain.Handling;
import org.guanwu.office.officialdocument.domain.OutgoingDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The same acts for other systems, with a bearer token and the same checks. Every POST carries an {@code
 * Idempotency-Key}; sent again, it does nothing twice and gets the first answer.
 */
@RestController
@RequestMapping("/api/v1/office/outgoing-documents")
class OutgoingDocumentApi {

    private final OutgoingDocumentIntake intake;
    private final Drafting drafting;
    private final Handling handling;
    private final DocumentAccess access;
    private final Routing routing;

    OutgoingDocumentApi(
            OutgoingDocumentIntake intake,
            Drafting drafting,
            Handling handling,
            DocumentAccess access,
            Routing routing) {
        this.intake = intake;
        this.drafting = drafting;
        this.handling = handling;
        this.access = access;
        this.routing = routing;
    }

    /** what need not be given has the value of an ordinary notice */
    record DraftBody(
            DocumentType type,
            @Nullable DocumentForm form,
            @Nullable Urgency urgency,
            @Nullable Boolean isImportant,
            @Nullable String title,
            @Nullable String primaryRecipients,
            @Nullable String copyRecipients,
            @Nullable String body,
            @Nullable String annotation,
            @Nullable String summary,
            @Nullable DisclosureAttribute attribute,
            @Nullable List<DisclosureGround> grounds,
            @Nullable String groundExplanation,
            @Nullable DocumentTopic topic,
            @Nullable Boolean isPolicy,
            @Nullable Boolean concernsOtherUnits) {

        OutgoingDocumentIntake.Draft toDraft() {
            return new OutgoingDocumentIntake.Draft(
                    type,
                    form == null ? DocumentForm.PLAIN : form,
                    urgency == null ? Urgency.ORDINARY : urgency,
                    Boolean.TRUE.equals(isImportant),
                    orEmpty(title),
                    orEmpty(primaryRecipients),
                    orEmpty(copyRecipients),
                    orEmpty(body),
                    orEmpty(annotation),
                    orEmpty(summary),
                    attribute,
                    grounds == null ? List.of() : grounds,
                    orEmpty(groundExplanation),
                    topic == null ? DocumentTopic.GENERAL : topic,
                    Boolean.TRUE.equals(isPolicy),
                    Boolean.TRUE.equals(concernsOtherUnits));
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    record TextBody(String title, String body) {}

    /** @param choices people for steps that the sender chooses, by step key */
    record ActBody(@Nullable String opinion, @Nullable Map<String, List<Long>> choices) {

        String opinionOr(String otherwise) {
            return opinion == null || opinion.isBlank() ? otherwise : opinion;
        }

        Map<String, List<Long>> choicesOrNone() {
            return choices == null ? Map.of() : choices;
        }
    }

    record ReturnBody(String target, @Nullable Boolean straightBack, String reason) {}

    /** @param step key of the running step; null when none runs */
    record DocumentBody(
            long id,
            int version,
            int draft,
            DocumentStatus status,
            DocumentType type,
            String title,
            String body,
            @Nullable DisclosureAttribute attribute,
            List<DisclosureGround> grounds,
            @Nullable String number,
            @Nullable LocalDate documentDate,
            @Nullable String step,
            boolean isMine) {}

    @Requires(Permission.DOCUMENT_DRAFT)
    @PostMapping
    ResponseEntity<DocumentBody> draft(
            Actor actor, @RequestHeader("Idempotency-Key") String key, @RequestBody DraftBody draft) {
        OutgoingDocumentId id = intake.draft(actor, commandId(actor, key), draft.toDraft());
        return ResponseEntity.created(URI.create("/api/v1/office/outgoing-documents/" + id))
                .body(body(actor, id));
    }

    @SignedIn
    @GetMapping("/{id}")
    ResponseEntity<DocumentBody> get(Actor actor, @PathVariable long id) {
        DocumentBody document = body(actor, new OutgoingDocumentId(id));
        return ResponseEntity.ok().eTag(Integer.toString(document.version)).body(document);
    }

    @SignedIn
    @PutMapping("/{id}")
    DocumentBody save(
            Actor actor, @PathVariable long id, @RequestHeader("If-Match") String ifMatch, @RequestBody TextBody text) {
        var documentId = new OutgoingDocumentId(id);
        var content = access.get(actor, documentId).content().withBody(text.title, text.body);
        drafting.save(actor, documentId, IfMatch.version(ifMatch), content, true);
        return body(actor, documentId);
    }

    @SignedIn
    @PostMapping("/{id}/send")
    DocumentBody send(
            Actor actor,
            @PathVariable long id,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody ActBody act) {
        var documentId = new OutgoingDocumentId(id);
        UUID commandId = commandId(actor, key);
        OutgoingDocument read = access.get(actor, documentId);
        boolean isRepeated =
                read.status() != DocumentStatus.DRAFT && read.origin().drafterId() == actor.personId();
        if (!isRepeated) {
            intake.send(actor, documentId, commandId, act.choicesOrNone(), act.opinionOr(""));
        }
        return body(actor, documentId);
    }

    @SignedIn
    @PostMapping("/{id}/approve")
    DocumentBody approve(
            Actor actor,
            @PathVariable long id,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody ActBody act) {
        var documentId = new OutgoingDocumentId(id);
        handling.approve(actor, documentId, commandId(actor, key), act.opinionOr("同意。"), act.choicesOrNone());
        return body(actor, documentId);
    }

    @SignedIn
    @PostMapping("/{id}/return")
    DocumentBody sendBack(
            Actor actor,
            @PathVariable long id,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody ReturnBody act) {
        var documentId = new OutgoingDocumentId(id);
        handling.sendBack(
                actor,
                documentId,
                commandId(actor, key),
                act.target,
                Boolean.TRUE.equals(act.straightBack),
                act.reason);
        return body(actor, documentId);
    }

    private DocumentBody body(Actor actor, OutgoingDocumentId id) {
        OutgoingDocument document = access.get(actor, id);
        RouteView view = routing.find(actor, id.matter()).orElse(null);
        var content = document.content();
        var number = document.number();
        var signature = document.signature();
        return new DocumentBody(
                id.value(),
                document.version(),
                document.revision().draftNo(),
                document.status(),
                content.type(),
                content.title(),
                content.body(),
                content.attribute(),
                content.grounds(),
                number == null ? null : number.toString(),
                signature == null ? null : signature.documentDate(),
                view == null || view.running().isEmpty()
                        ? null
                        : view.running().getFirst().key(),
                view != null && view.mine() != null);
    }

    /** the key belongs to the account: two systems may use the same one */
    private static UUID commandId(Actor actor, String key) {
        if (key.isBlank() || key.length() > 200) {
            throw new InvalidInput("Idempotency-Key", "Idempotency-Key 不能为空，不超过 200 个字符。");
        }
        return UUID.nameUUIDFromBytes((actor.accountId() + "/" + key).getBytes(StandardCharsets.UTF_8));
    }
}
