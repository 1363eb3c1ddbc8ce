package org.guanwu.office.officialdocument.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;
import org.springframework.stereotype.Component;

/** 检查 of a draft with the surroundings it is judged in. */
@Component
public class DraftReview {

    private static final Duration YEAR = Duration.ofDays(365);

    private final OutgoingDocumentRepository documents;
    private final Organization organization;
    private final Clock clock;

    DraftReview(OutgoingDocumentRepository documents, Organization organization, Clock clock) {
        this.documents = documents;
        this.organization = organization;
        this.clock = clock;
    }

    public List<DraftCheck> check(OutgoingDocument document) {
        return check(document, document.content());
    }

    public List<DraftCheck> check(OutgoingDocument document, DraftContent content) {
        long authorityId = document.origin().authorityId();
        var subordinates = organization.listSubtree(authorityId, ChinaTime.dateOf(clock.instant())).stream()
                .filter(unit -> unit.id() != authorityId)
                .map(Unit::name)
                .collect(Collectors.toUnmodifiableSet());
        boolean isTitleTaken = !content.title().isEmpty()
                && documents.isTitleTaken(
                        authorityId,
                        content.title(),
                        document.id(),
                        clock.instant().minus(YEAR));
        return DraftChecks.of(
                content, new DraftChecks.Surroundings(document.origin().authorityName(), subordinates, isTitleTaken));
    }

    /** @throws InvalidInput with each finding that stops the draft, at its field */
    void requireSendable(OutgoingDocument document) {
        var problems = check(document).stream()
                .filter(DraftCheck::blocks)
                .map(check -> new FieldProblem(
                        check.field(),
                        check.finding() + (check.article().isEmpty() ? "" : "（" + check.article() + "）")))
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }
}
