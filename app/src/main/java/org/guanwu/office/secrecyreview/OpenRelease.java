package org.guanwu.office.secrecyreview;

import java.util.List;
import java.util.Map;
import org.guanwu.foundation.filestore.StoredFile;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.structuredtext.StructuredText;

/**
 * What is to be let out.
 *
 * @param url page of the subject in the workspace
 * @param drafterId may take no step of the review
 * @param unitId in whose scope the reviewers must hold their permission
 * @param texts each a review item of its own
 * @param metadata one review item for all: label to value, in the order of the page
 */
public record OpenRelease(
        Matter subject,
        String title,
        String url,
        long drafterId,
        String drafterName,
        long unitId,
        List<Text> texts,
        List<StoredFile> files,
        Map<String, String> metadata) {

    public OpenRelease {
        texts = List.copyOf(texts);
        files = List.copyOf(files);
    }

    /** @param key names the item for the subject's own module: {@code body}, {@code row:17} */
    public record Text(String key, String label, StructuredText text) {}
}
