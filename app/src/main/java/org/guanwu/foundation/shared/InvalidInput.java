package org.guanwu.foundation.shared;

import java.util.List;

/** What was typed cannot be taken (422); every problem is named at its field and nothing typed is lost. */
public class InvalidInput extends RuntimeException {

    private final List<FieldProblem> problems;

    public InvalidInput(List<FieldProblem> problems) {
        super(problems.stream()
                .map(p -> p.field() + "：" + p.message())
                .reduce((a, b) -> a + "；" + b)
                .orElse(""));
        this.problems = List.copyOf(problems);
    }

    public InvalidInput(String field, String message) {
        this(List.of(new FieldProblem(field, message)));
    }

    public List<FieldProblem> problems() {
        return problems;
    }

    /** @param field name of the form field or JSON path; empty for the form as a whole */
    public record FieldProblem(String field, String message) {}
}
