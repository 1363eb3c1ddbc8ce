package org.guanwu.portal.web;

import java.util.List;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;
import org.guanwu.foundation.workingday.WorkingDays.NamedLimit;
import org.jspecify.annotations.Nullable;

/** @param answer null before a question is asked and when it cannot be answered */
public record DeadlinePage(
        DeadlineQuestion question,
        List<NamedLimit> limits,
        List<FieldProblem> problems,
        @Nullable Answer answer) {

    /**
     * @param due null while suspended
     * @param remaining working days from today, negative when past
     */
    public record Answer(
            String limitText,
            String basis,
            @Nullable String due,
            boolean isProvisional,
            @Nullable Integer remaining,
            List<Figure> figures,
            WeekGrid grid,
            List<String> words,
            List<String> sources) {}

    public record Figure(String label, String value) {}

    public boolean isInvalid(String field) {
        return problems.stream().anyMatch(p -> p.field().equals(field));
    }

    public String problemAt(String field) {
        return problems.stream()
                .filter(p -> p.field().equals(field))
                .map(FieldProblem::message)
                .findFirst()
                .orElse("");
    }
}
