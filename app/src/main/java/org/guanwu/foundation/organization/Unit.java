package org.guanwu.foundation.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 单位、部门、科室: one tree, one type.
 *
 * @param code stable short code, also the first nine characters of a catalogue number for an AUTHORITY
 * @param path {@code /1/12/40/}: ids from the root, with a slash at both ends, so that a subtree is a prefix
 * @param shortName what stands before a document number and in lists (云关)
 */
public record Unit(
        long id,
        String code,
        String name,
        String shortName,
        CustomsTier tier,
        UnitLevel level,
        @Nullable Long parentId,
        String path,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo) {

    public boolean isWithin(Unit other) {
        return path.startsWith(other.path);
    }
}
