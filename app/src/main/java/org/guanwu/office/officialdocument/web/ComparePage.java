package org.guanwu.office.officialdocument.web;

import java.util.List;
import org.guanwu.office.officialdocument.domain.DocumentComparison;
import org.guanwu.office.officialdocument.domain.DocumentVersion;

/** 版本比较. */
public record ComparePage(
        long id,
        String title,
        DocumentVersion left,
        DocumentVersion right,
        String leftLabel,
        String rightLabel,
        DocumentComparison comparison,
        List<VersionOption> options,
        boolean isMerged,
        boolean isSigned) {

    public record VersionOption(int version, String label) {}
}
