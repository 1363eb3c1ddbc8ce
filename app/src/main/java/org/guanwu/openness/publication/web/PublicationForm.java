package org.guanwu.openness.publication.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.guanwu.foundation.filestore.StoredFile;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.openness.publication.domain.DraftForm;
import org.jspecify.annotations.Nullable;

/** As typed: every value a text, so that whatever comes can be shown again beside what is wrong with it. */
public record PublicationForm(
        @Nullable String title,
        @Nullable String documentNumber,
        @Nullable String issuingAuthority,
        @Nullable String topic,
        @Nullable String type,
        @Nullable String section,
        @Nullable String documentDate,
        @Nullable String effectiveOn,
        @Nullable String summary,
        @Nullable String text,
        @Nullable String publicNote) {

    static final PublicationForm EMPTY =
            new PublicationForm("", "", "", "", "ANNOUNCEMENT", "documents", "", "", "", "", "");

    static PublicationForm of(DraftForm draft) {
        return new PublicationForm(
                draft.title(),
                draft.documentNumber(),
                draft.issuingAuthority(),
                draft.topic(),
                draft.type(),
                draft.section(),
                draft.documentDate().toString(),
                draft.effectiveOn() == null ? "" : draft.effectiveOn().toString(),
                draft.summary(),
                draft.text(),
                draft.publicNote());
    }

    DraftForm toDraft(@Nullable List<StoredFile> attachments) {
        LocalDate date = date("documentDate", documentDate);
        if (date == null) {
            throw new InvalidInput("documentDate", "成文日期必填，例如 2026-10-14。");
        }
        return new DraftForm(
                plain(title),
                plain(documentNumber),
                plain(issuingAuthority),
                plain(topic),
                plain(type),
                plain(section),
                date,
                date("effectiveOn", effectiveOn),
                plain(summary),
                text == null ? null : plain(text),
                attachments,
                plain(publicNote));
    }

    /** browsers send CR LF; a NUL cannot be kept by the database */
    public static String plain(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\0", "").replace("\r\n", "\n");
    }

    private static @Nullable LocalDate date(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException noDate) {
            throw new InvalidInput(field, "没有“" + typed.strip() + "”这一天，写成 2026-10-14 的样子。");
        }
    }
}
