package org.guanwu.foundation.numbering.web;

import java.util.List;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;

/** One number with its voiding, or the form for it. */
public record NumberPage(
        RegisterPage.Row row, boolean canVoid, String reason, String approver, List<FieldProblem> problems) {

    public NumberPage {
        problems = List.copyOf(problems);
    }

    public String problem(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .findFirst()
                .map(FieldProblem::message)
                .orElse("");
    }
}
