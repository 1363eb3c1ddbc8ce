package org.guanwu.foundation.identity.web;

import java.util.Map;
import java.util.stream.Collectors;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;

/** Field name to the sentences that stand under it. */
final class FieldMessages {

    private FieldMessages() {}

    static Map<String, String> of(InvalidInput input) {
        return input.problems().stream()
                .collect(Collectors.toMap(FieldProblem::field, FieldProblem::message, String::concat));
    }
}
