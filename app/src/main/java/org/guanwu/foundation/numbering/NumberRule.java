package org.guanwu.foundation.numbering;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 编号规则 of one authority code. Codes are the office's own data: nothing about them is built in.
 *
 * @param authorityCode 机关代字 as it stands before the year: 云关办发
 * @param unitId the unit whose documents it numbers, and those of the units below without a rule of their own
 * @param documentTypes stable codes of 文种 ({@code NOTICE}, {@code LETTER}); empty for all of them
 * @param isYearly the serial starts again each year; false for 令, whose serials run on
 * @param firstSerial where the counter of a year starts; above 1 only for a year begun in another system
 * @param startNote why it does not start at 1; empty otherwise
 * @param effectiveFrom first year that may be numbered
 */
public record NumberRule(
        long id,
        String authorityCode,
        long unitId,
        Set<String> documentTypes,
        NumberLayout layout,
        boolean isYearly,
        int firstSerial,
        String startNote,
        boolean isOpen,
        int effectiveFrom,
        @Nullable Integer effectiveTo,
        long version) {

    public NumberRule {
        documentTypes = Set.copyOf(documentTypes);
    }

    public boolean isEffectiveIn(int year) {
        return isOpen && year >= effectiveFrom && (effectiveTo == null || year <= effectiveTo);
    }

    public boolean covers(String documentType) {
        return documentTypes.isEmpty() || documentTypes.contains(documentType);
    }
}
