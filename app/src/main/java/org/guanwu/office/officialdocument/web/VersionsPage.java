package org.guanwu.office.officialdocument.web;

import java.util.List;
import org.guanwu.office.officialdocument.domain.DocumentVersion;

/** 历史版本. */
public record VersionsPage(long id, String title, boolean isEverySave, List<Line> lines) {

    /** @param before version to compare with, 0 for the first */
    public record Line(DocumentVersion.Line version, String time, int before) {}
}
