package org.guanwu.office.officialdocument.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.routing.ForecastStep;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;
import org.guanwu.foundation.shared.StaleVersion;
import org.guanwu.office.officialdocument.DocumentForm;
import org.guanwu.office.officialdocument.DocumentType;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.guanwu.office.officialdocument.domain.DocumentAccess;
import org.guanwu.office.officialdocument.domain.DocumentComparison;
import org.guanwu.office.officialdocument.domain.DocumentHistory;
import org.guanwu.office.officialdocument.domain.DocumentStatus;
import org.guanwu.office.officialdocument.domain.DraftContent;
import org.guanwu.office.officialdocument.domain.DraftReview;
import org.guanwu.office.officialdocument.domain.EditingRight;
import org.guanwu.office.officialdocument.domain.OutgoingDocument;
import org.guanwu.office.officialdocument.domain.PeopleByName;
import org.guanwu.office.officialdocument.domain.Sending;
import org.guanwu.office.officialdocument.domain.StepChoice;
import org.springframework.stereotype.Component;

/** Puts together what the draft page and its answers show. */
@Component
class DraftPages {

    private final DocumentAccess access;
    private final DocumentHistory history;
    private final DraftReview review;
    private final EditingRight editing;
    private final Sending sending;
    private final PeopleByName people;

    DraftPages(
            DocumentAccess access,
            DocumentHistory history,
            DraftReview review,
            EditingRight editing,
            Sending sending,
            PeopleByName people) {
        this.access = access;
        this.history = history;
        this.review = review;
        this.editing = editing;
        this.sending = sending;
        this.people = people;
    }

    DraftPage draft(
            Actor actor,
            OutgoingDocument document,
            DraftContent shown,
            List<FieldProblem> problems,
            Map<String, String> choiceNames) {
        boolean isDraft = document.status() == DocumentStatus.DRAFT;
        List<StepChoice> choices = isDraft ? sending.listChoices(document) : List.of();
        var origin = document.origin();
        return new DraftPage(
                document.id().value(),
                document.version(),
                document.revision().draftNo(),
                document.status(),
                origin.unitName(),
                origin.drafterName(),
                origin.authorityName(),
                shown,
                ChinaTime.minute(document.revision().savedAt()),
                history.countVersions(document.id()),
                editing.answer(actor, document).isAfterSignature(),
                shown.text().headings(),
                shown.text().characterCount(),
                review.check(document, shown),
                problems,
                isDraft ? forecast(document, choiceNames) : List.of(),
                choices,
                choiceNames,
                choices.isEmpty() ? List.of() : people.listNames(origin.authorityId()),
                Arrays.stream(DocumentType.values())
                        .filter(DocumentType::isIssuedByCustoms)
                        .toList(),
                DocumentForm.listFor(shown.type()),
                UUID.randomUUID());
    }

    ConflictPage conflict(Actor actor, OutgoingDocumentId id, DraftContent mine, DraftForm form, StaleVersion stale) {
        OutgoingDocument theirs = access.get(actor, id);
        return new ConflictPage(
                id.value(),
                theirs.content().title(),
                String.valueOf(stale.getMessage()),
                theirs.version(),
                theirs.revision().savedBy() == actor.personId()
                        ? "您本人"
                        : theirs.revision().savedByName(),
                ChinaTime.minute(theirs.revision().savedAt()),
                DocumentComparison.of(theirs.content(), mine),
                form.listFields());
    }

    private List<ForecastStep> forecast(OutgoingDocument document, Map<String, String> choiceNames) {
        var choices = new HashMap<String, List<Long>>();
        choiceNames.forEach((step, names) -> {
            try {
                choices.put(step, people.resolve(document.origin().authorityId(), step, names));
            } catch (InvalidInput unknownName) {
                choices.put(step, List.of());
            }
        });
        return sending.forecast(document, choices);
    }
}
