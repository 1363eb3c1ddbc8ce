package org.guanwu.openness.publication.domain;

import java.time.LocalDate;
import java.util.List;
import org.guanwu.foundation.filestore.StoredFile;
import org.jspecify.annotations.Nullable;

/**
 * What an editor writes.
 *
 * @param text plain text, one paragraph per line; null leaves the text as it is
 * @param attachments null leaves them as they are
 * @param publicNote only of a correction: what is changed and why, for the public
 */
public record DraftForm(
        String title,
        @Nullable String documentNumber,
        String issuingAuthority,
        String topic,
        String type,
        String section,
        LocalDate documentDate,
        @Nullable LocalDate effectiveOn,
        String summary,
        @Nullable String text,
        @Nullable List<StoredFile> attachments,
        String publicNote) {}
