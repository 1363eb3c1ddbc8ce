package org.guanwu.office.officialdocument.web;

import java.util.List;
import java.util.Map;
import org.guanwu.office.officialdocument.domain.DocumentComparison;

/**
 * 两个窗口: what the other window saved beside what this one holds.
 *
 * @param comparison left theirs, right mine
 * @param fields everything typed here, to be posted again as it is
 */
public record ConflictPage(
        long id,
        String title,
        String message,
        int theirVersion,
        String theirName,
        String theirTime,
        DocumentComparison comparison,
        List<Map.Entry<String, String>> fields) {}
