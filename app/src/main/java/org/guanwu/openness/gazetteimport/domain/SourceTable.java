package org.guanwu.openness.gazetteimport.domain;

import java.util.List;
import java.util.Map;

/**
 * A file as rows of named values.
 *
 * @param format JSONL, CSV, XLSX, FILES
 */
record SourceTable(String format, List<String> columns, List<SourceRow> rows) {

    static final int MOST_ROWS = 500_000;

    /**
     * @param line where a person finds it: line of the text, row of the sheet, position of the file
     * @param problem why it could not even be read; empty when it could
     */
    record SourceRow(int line, Map<String, String> values, String problem) {}
}
