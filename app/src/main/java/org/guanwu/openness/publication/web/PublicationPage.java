package org.guanwu.openness.publication.web;

import java.util.List;
import java.util.Map;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;
import org.guanwu.openness.publication.domain.PublicationDossier;
import org.jspecify.annotations.Nullable;

/** @param item null on the page of a new one */
public record PublicationPage(
        PublicationDossier.@Nullable View item,
        PublicationForm form,
        String commandId,
        Map<String, String> topics,
        Map<String, String> types,
        Map<String, String> sections,
        List<FieldProblem> problems) {

    public String problem(String field) {
        return problems.stream()
                .filter(p -> p.field().equals(field))
                .map(FieldProblem::message)
                .findFirst()
                .orElse("");
    }
}
