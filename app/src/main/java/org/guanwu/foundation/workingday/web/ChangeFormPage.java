package org.guanwu.foundation.workingday.web;

import java.util.List;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;
import org.jspecify.annotations.Nullable;

/** @param changeId null for a new change */
public record ChangeFormPage(
        ChangeForm form, @Nullable Long changeId, int version, boolean isFile, List<FieldProblem> problems) {

    public String problemAt(String field) {
        return String.join(
                "",
                problems.stream()
                        .filter(p -> p.field().equals(field))
                        .map(FieldProblem::message)
                        .toList());
    }

    public boolean isInvalid(String field) {
        return problems.stream().anyMatch(p -> p.field().equals(field));
    }

    public String action() {
        return changeId == null ? "/office/calendar/changes" : "/office/calendar/changes/" + changeId;
    }
}
