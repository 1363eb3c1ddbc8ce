package org.guanwu.office.officialdocument.domain;

import org.guanwu.foundation.filestore.StoredFile;
import org.guanwu.office.officialdocument.DisclosureAttribute;
import org.guanwu.office.officialdocument.DisclosureGround;
import org.jspecify.annotations.Nullable;

/**
 * 附件; its attribute may differ from that of the text.
 *
 * @param name as in the note of attachments: no number, no file extension
 * @param attribute null: the same as the text
 * @param ground for an attribute of its own that needs one
 */
public record DraftAttachment(
        String name,
        String digest,
        String fileName,
        String mediaType,
        long size,
        @Nullable DisclosureAttribute attribute,
        @Nullable DisclosureGround ground) {

    static DraftAttachment of(StoredFile file) {
        int dot = file.fileName().lastIndexOf('.');
        String name = dot > 0 ? file.fileName().substring(0, dot) : file.fileName();
        return new DraftAttachment(
                name.replaceFirst("^附件\\s*[0-9一二三四五六七八九十]*[：:.、\\s]*", "").strip(),
                file.digest(),
                file.fileName(),
                file.mediaType(),
                file.size(),
                null,
                null);
    }

    DisclosureAttribute attributeOr(DisclosureAttribute ofTheText) {
        return attribute == null ? ofTheText : attribute;
    }

    DraftAttachment named(String newName, @Nullable DisclosureAttribute own, @Nullable DisclosureGround why) {
        return new DraftAttachment(newName, digest, fileName, mediaType, size, own, why);
    }
}
