package org.guanwu.office.officialdocument.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.guanwu.foundation.structuredtext.StructuredText;
import org.guanwu.office.officialdocument.DocumentType.Direction;
import org.guanwu.office.officialdocument.Urgency;

/**
 * 版面: what stands on the paper, element by element (公文条例第九条, GB/T 9704-2012 chapter 7), for a page or a screen to set.
 *
 * @param urgency empty for 平件
 * @param mark 发文机关标志
 * @param codeAndYear 云关办发〔2026〕, empty without a number rule
 * @param serial empty until the number is given: never a guess
 * @param signatory 签发人 of an upward document; empty otherwise
 * @param text recipients to annotation
 * @param copyRecipients empty when none
 */
public record DocumentSheet(
        String urgency,
        String mark,
        String codeAndYear,
        String serial,
        String signatory,
        String title,
        StructuredText text,
        String copyRecipients,
        String printingAuthority,
        String printedOn) {

    static DocumentSheet of(OutgoingDocument document, DraftContent content, Optional<String> code, LocalDate today) {
        var number = document.number();
        var signature = document.signature();
        String codeAndYear = number != null
                ? number.authorityCode() + "〔" + number.year() + "〕"
                : code.map(c -> c + "〔" + today.getYear() + "〕").orElse("");
        return new DocumentSheet(
                content.urgency() == Urgency.ORDINARY ? "" : content.urgency().label(),
                mark(document, content),
                codeAndYear,
                number == null ? "" : Integer.toString(number.serial()),
                content.direction() == Direction.UPWARD && signature != null ? signature.signatoryName() : "",
                content.title(),
                IssuedFacts.wholeText(document, content, signature == null ? null : signature.documentDate()),
                content.copyRecipients(),
                document.origin().authorityName() + "办公室",
                number == null || signature == null ? "" : written(signature.documentDate()));
    }

    public boolean hasClosing() {
        return !copyRecipients.isEmpty() || !printedOn.isEmpty();
    }

    /** GB/T 9704-2012 7.2.4, 10.1 to 10.3: 文件, 信函, 命令（令）, 纪要 each carry their own heading */
    private static String mark(OutgoingDocument document, DraftContent content) {
        String authority = document.origin().authorityName();
        return switch (content.type()) {
            case LETTER -> authority;
            case ORDER -> authority + "令";
            case ANNOUNCEMENT -> authority + "公告";
            case PUBLIC_NOTICE -> authority + "通告";
            case COMMUNIQUE -> authority + "公报";
            case MINUTES -> "关务会议纪要";
            case RESOLUTION,
                    DECISION,
                    OPINION,
                    NOTICE,
                    CIRCULAR,
                    REPORT,
                    REQUEST_FOR_INSTRUCTIONS,
                    OFFICIAL_REPLY,
                    BILL -> authority + "文件";
        };
    }

    static String written(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }
}
