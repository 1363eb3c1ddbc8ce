package org.guanwu.office.officialdocument.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guanwu.foundation.routing.ForecastStep;
import org.guanwu.foundation.routing.StepKind;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;
import org.guanwu.foundation.structuredtext.TextHeading;
import org.guanwu.office.officialdocument.DocumentForm;
import org.guanwu.office.officialdocument.DocumentType;
import org.guanwu.office.officialdocument.domain.DocumentStatus;
import org.guanwu.office.officialdocument.domain.DraftCheck;
import org.guanwu.office.officialdocument.domain.DraftContent;
import org.guanwu.office.officialdocument.domain.StepChoice;

/**
 * 起草页.
 *
 * @param content what is shown in the fields: the saved text, or what was typed when an answer refuses it
 * @param version the version that these fields were read from
 * @param mustDeclare 复核: each change has to be declared as one of substance or of form
 * @param problems what has to be put right, at its field
 * @param choiceNames what was typed for the steps that the sender chooses
 * @param names people to choose from
 */
public record DraftPage(
        long id,
        int version,
        int draftNo,
        DocumentStatus status,
        String unitName,
        String drafterName,
        String authorityName,
        DraftContent content,
        String savedAt,
        int versions,
        boolean mustDeclare,
        List<TextHeading> outline,
        int characters,
        List<DraftCheck> checks,
        List<FieldProblem> problems,
        List<ForecastStep> forecast,
        List<StepChoice> choices,
        Map<String, String> choiceNames,
        List<String> names,
        List<DocumentType> types,
        List<DocumentForm> forms,
        UUID commandId) {

    public boolean isDraft() {
        return status == DocumentStatus.DRAFT;
    }

    public boolean isReturned() {
        return status == DocumentStatus.RETURNED;
    }

    public long count(DraftCheck.Severity severity) {
        return checks.stream().filter(c -> c.severity() == severity).count();
    }

    public List<DraftCheck> listChecks(DraftCheck.Severity severity) {
        return checks.stream().filter(c -> c.severity() == severity).toList();
    }

    public boolean hasProblem(String field) {
        return problems.stream().anyMatch(p -> p.field().equals(field));
    }

    public String problem(String field) {
        return problems.stream()
                .filter(p -> p.field().equals(field))
                .map(FieldProblem::message)
                .findFirst()
                .orElse("");
    }

    public String choiceName(String stepKey) {
        return choiceNames.getOrDefault(stepKey, "");
    }

    /** 送周某审核, or 送审 while nobody or several are to get it */
    public String sendLabel() {
        return forecast.stream()
                .filter(step -> !step.isLeftOut() && step.kind() != StepKind.DRAFTING)
                .findFirst()
                .filter(step -> step.people().size() == 1)
                .map(step -> "送" + step.people().getFirst().name() + step.kind().label())
                .orElse("送审");
    }
}
