package org.guanwu.foundation.numbering.web;

import java.util.List;
import java.util.Map;
import org.guanwu.foundation.numbering.NumberLayout;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;

/**
 * The form of one rule.
 *
 * @param nextNumber for orientation only; empty for a new rule
 */
public record NumberRulePage(
        NumberRuleForm form, List<UnitChoice> units, List<FieldProblem> problems, String nextNumber) {

    public NumberRulePage {
        units = List.copyOf(units);
        problems = List.copyOf(problems);
    }

    public record UnitChoice(String id, String label) {}

    public boolean isNew() {
        return "0".equals(form.value("id"));
    }

    public String value(String field) {
        return form.value(field);
    }

    public boolean hasType(String code) {
        return form.hasType(code);
    }

    public Map<String, String> types() {
        return StatutoryTypes.labels();
    }

    public NumberLayout[] layouts() {
        return NumberLayout.values();
    }

    /** empty when the field is in order */
    public String problem(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .findFirst()
                .map(FieldProblem::message)
                .orElse("");
    }
}
