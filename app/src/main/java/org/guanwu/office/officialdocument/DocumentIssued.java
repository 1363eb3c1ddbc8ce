package org.guanwu.office.officialdocument;

import java.time.LocalDate;
import java.util.List;
import org.guanwu.foundation.numbering.DocumentNumber;

/**
 * 已印发: the route is closed, the number is given, the document is valid. Published in the transaction of the last act.
 *
 * <p>For {@link DisclosureAttribute#PROACTIVE} the clock {@code publication.proactive} (条例第二十六条) has been running on
 * {@code id.matter()} since {@code documentDate}; whoever publishes the document stops it.
 *
 * @param unitId drafting unit
 * @param authorityUnitId the unit in whose name it is issued
 * @param documentDate 成文日期: the day of signature in China
 * @param grounds empty for 主动公开
 * @param isPolicy 政策性文件
 * @param drafterId 起草人: may not review the release of his own document
 */
public record DocumentIssued(
        OutgoingDocumentId id,
        DocumentNumber number,
        String title,
        DocumentType type,
        DocumentForm form,
        long unitId,
        long authorityUnitId,
        String issuingAuthorityName,
        LocalDate documentDate,
        DisclosureAttribute attribute,
        List<DisclosureGround> grounds,
        DocumentTopic topic,
        boolean isPolicy,
        long drafterId) {

    public DocumentIssued {
        grounds = List.copyOf(grounds);
    }
}
