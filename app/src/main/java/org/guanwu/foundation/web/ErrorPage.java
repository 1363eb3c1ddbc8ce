package org.guanwu.foundation.web;

import java.util.List;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in the reader's words: what happened, whether the work is safe, what to do next.
 *
 * @param incident number to quote on the telephone; null unless the fault is ours
 */
public record ErrorPage(
        int status,
        String title,
        String explanation,
        String nextStep,
        List<FieldProblem> problems,
        @Nullable String incident) {

    public ErrorPage {
        problems = List.copyOf(problems);
    }
}
