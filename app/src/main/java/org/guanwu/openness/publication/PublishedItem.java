package org.guanwu.openness.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One published item with the standard header (索引号、主题分类、发文机关、成文日期、标题、发文字号、发布日期、有效性).
 *
 * @param bodyHtml safe HTML made by the product from structured text; empty when withdrawn
 * @param version grows with each correction; part of the ETag
 * @param withdrawnReason public explanation; null unless withdrawn
 */
public record PublishedItem(
        long id,
        String catalogueNumber,
        String title,
        @Nullable String documentNumber,
        String issuingAuthority,
        long unitId,
        String topic,
        String topicLabel,
        String type,
        String typeLabel,
        LocalDate documentDate,
        LocalDate publishedOn,
        Validity validity,
        @Nullable LocalDate effectiveOn,
        String bodyHtml,
        String plainText,
        String summary,
        List<Heading> headings,
        List<Attachment> attachments,
        List<Note> notes,
        List<Relation> relations,
        int version,
        Instant changedAt,
        @Nullable LocalDate withdrawnOn,
        @Nullable String withdrawnReason,
        @Nullable String sourceNote) {

    /** for the table of contents; {@code id} is the anchor in bodyHtml */
    public record Heading(int level, String id, String text) {}

    public record Attachment(String digest, String fileName, String mediaType, long size) {}

    /** public note of a correction: what was changed and why */
    public record Note(int version, LocalDate on, String text) {}

    /** kind: REPEALS, REPEALED_BY, AMENDS, AMENDED_BY, EXPLAINS, EXPLAINED_BY */
    public record Relation(
            String kind,
            String catalogueNumber,
            String title,
            @Nullable String documentNumber) {}
}
