package org.guanwu.openness.gazetteimport.domain;

import java.time.Instant;
import java.util.List;
import org.guanwu.foundation.shared.Matter;
import org.jspecify.annotations.Nullable;

/** The row of a batch. */
record Batch(
        long id,
        String fileName,
        String format,
        long unitId,
        String unitPath,
        String unitName,
        long importerId,
        String importerName,
        BatchState state,
        boolean isPaused,
        List<String> columns,
        ColumnMapping mapping,
        int total,
        @Nullable Long reviewId,
        String reviewNote,
        int lockVersion,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    static final String MATTER_TYPE = "gazette-import";

    Matter matter() {
        return new Matter(MATTER_TYPE, id);
    }

    String page() {
        return "/office/gazette-imports/" + id;
    }
}
