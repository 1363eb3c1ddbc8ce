package org.guanwu.foundation.numbering.web;

import java.util.List;

/** Rules of the units in which the actor keeps numbers. */
public record NumberRuleListPage(int year, List<Row> rows) {

    public NumberRuleListPage {
        rows = List.copyOf(rows);
    }

    /** @param next for orientation; a document shows its number only when it has one */
    public record Row(
            long id,
            String authorityCode,
            String unitName,
            String types,
            String layout,
            String counting,
            String years,
            boolean isEffective,
            String next) {}
}
