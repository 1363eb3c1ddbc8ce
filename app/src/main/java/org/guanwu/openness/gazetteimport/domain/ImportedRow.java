package org.guanwu.openness.gazetteimport.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a batch as kept. */
public record ImportedRow(
        int line,
        RowState state,
        Map<String, String> values,
        List<Problem> problems,
        @Nullable String naturalKey,
        @Nullable String cleanedText,
        @Nullable Long publicationId,
        @Nullable String catalogueNumber) {}
