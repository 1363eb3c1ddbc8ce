package org.guanwu.office.secrecyreview;

import java.util.List;
import java.util.Map;
import org.guanwu.foundation.filestore.StoredFile;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.structuredtext.StructuredText;

/**
 * What was approved, word for word and byte for byte: texts after the removals, files after the cleaning. Only this may
 * leave.
 *
 * @param files by position as they were brought
 */
public record ApprovedRelease(
        long reviewId, Matter subject, Map<String, StructuredText> texts, List<StoredFile> files, long approverId) {

    public ApprovedRelease {
        texts = Map.copyOf(texts);
        files = List.copyOf(files);
    }
}
