package org.guanwu.office.officialdocument;

import java.time.Instant;
import java.util.List;
import org.guanwu.foundation.structuredtext.StructuredText;
import org.jspecify.annotations.Nullable;

/**
 * The content of an issued document, for those who carry it on: publication, archive, layout.
 *
 * @param facts the same facts as in the event
 * @param text the whole text in reading order: recipients, body, note of attachments, signature, date, annotation;
 *     without the title
 * @param summary 摘要 of the drafter, may be empty
 * @param attachments in order, each with its own attribute
 */
public record IssuedDocument(
        DocumentIssued facts, StructuredText text, String summary, List<Attachment> attachments, Instant issuedAt) {

    public IssuedDocument {
        attachments = List.copyOf(attachments);
    }

    /**
     * @param digest address in the file store
     * @param name 附件名称 as in the note of attachments, without a file extension
     * @param ground why it is not published; null only for 主动公开
     */
    public record Attachment(
            int position,
            String name,
            String digest,
            String fileName,
            String mediaType,
            long size,
            DisclosureAttribute attribute,
            @Nullable DisclosureGround ground) {}
}
