package org.guanwu.office.secrecyreview.domain;

import java.util.Map;
import org.guanwu.foundation.filestore.StoredFile;
import org.guanwu.foundation.structuredtext.StructuredText;
import org.jspecify.annotations.Nullable;

/** One of the things that are reviewed one by one: a text, a file, or the block of published metadata. */
record ReviewItem(
        long id,
        int ordinal,
        String key,
        Kind kind,
        String label,
        @Nullable StructuredText text,
        Map<String, String> facts,
        @Nullable StoredFile file,
        boolean isCleaned) {

    enum Kind {
        TEXT,
        FILE,
        METADATA
    }
}
