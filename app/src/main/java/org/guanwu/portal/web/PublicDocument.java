package org.guanwu.portal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.guanwu.openness.publication.PublishedItem;
import org.guanwu.openness.publication.PublishedItems.Summary;
import org.jspecify.annotations.Nullable;

/** A published document with all public metadata, as JSON; dates are dates in China. */
record PublicDocument(
        String url,
        String catalogueNumber,
        String title,
        @Nullable String documentNumber,
        String issuingAuthority,
        Code topic,
        Code type,
        LocalDate documentDate,
        LocalDate publishedOn,
        Code validity,
        @Nullable LocalDate effectiveOn,
        String summary,
        String bodyHtml,
        String plainText,
        List<File> attachments,
        List<PublishedItem.Note> notes,
        List<PublishedItem.Relation> relations,
        int version,
        Instant changedAt,
        @Nullable Withdrawal withdrawn,
        @Nullable String sourceNote) {

    record Code(String code, String label) {}

    record File(String url, String fileName, String mediaType, long size) {}

    record Withdrawal(LocalDate on, @Nullable String reason) {}

    record Listed(
            String url,
            String catalogueNumber,
            String title,
            @Nullable String documentNumber,
            String issuingAuthority,
            Code topic,
            Code type,
            LocalDate documentDate,
            LocalDate publishedOn,
            Code validity,
            String summary) {

        static Listed of(Summary row, String origin) {
            return new Listed(
                    origin + "/documents/" + row.catalogueNumber(),
                    row.catalogueNumber(),
                    row.title(),
                    row.documentNumber(),
                    row.issuingAuthority(),
                    new Code(row.topic(), row.topicLabel()),
                    new Code(row.type(), row.typeLabel()),
                    row.documentDate(),
                    row.publishedOn(),
                    new Code(row.validity().name(), row.validity().label()),
                    row.summary());
        }
    }

    static PublicDocument of(PublishedItem item, String origin) {
        String url = origin + "/documents/" + item.catalogueNumber();
        return new PublicDocument(
                url,
                item.catalogueNumber(),
                item.title(),
                item.documentNumber(),
                item.issuingAuthority(),
                new Code(item.topic(), item.topicLabel()),
                new Code(item.type(), item.typeLabel()),
                item.documentDate(),
                item.publishedOn(),
                new Code(item.validity().name(), item.validity().label()),
                item.effectiveOn(),
                item.summary(),
                item.bodyHtml(),
                item.plainText(),
                item.attachments().stream()
                        .map(a -> new File(url + "/attachments/" + a.digest(), a.fileName(), a.mediaType(), a.size()))
                        .toList(),
                item.notes(),
                item.relations(),
                item.version(),
                item.changedAt(),
                item.withdrawnOn() == null ? null : new Withdrawal(item.withdrawnOn(), item.withdrawnReason()),
                item.sourceNote());
    }
}
