package org.guanwu.openness.publication.domain;

import java.util.List;
import org.guanwu.foundation.filestore.StoredFile;
import org.guanwu.foundation.structuredtext.StructuredText;
import org.jspecify.annotations.Nullable;

/** One text that the item had, has, or is to have. A published one never changes. */
record Version(
        long itemId,
        int number,
        State state,
        String title,
        @Nullable String documentNumber,
        StructuredText text,
        String summary,
        String publicNote,
        @Nullable Long reviewId,
        @Nullable Long drafterId,
        String drafterName,
        List<StoredFile> attachments) {

    enum State {
        DRAFT,
        IN_REVIEW,
        PUBLISHED,
        DISCARDED
    }
}
