package org.guanwu.openness.gazetteimport.domain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.openness.gazetteimport.domain.SourceTable.SourceRow;

/** The first visible sheet of an XLSX; its first row is the head. */
final class WorkbookTable {

    private static final int LARGEST = 40 << 20;
    private static final int MOST_COLUMNS = 100;
    private static final DataFormatter FORMATTER = new DataFormatter(Locale.CHINA);

    private WorkbookTable() {}

    static SourceTable read(byte[] file) {
        if (file.length > LARGEST) {
            throw new InvalidInput("files", "表格超过 40 MB，请另存为 CSV 后再传。");
        }
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                if (!workbook.isSheetHidden(i) && !workbook.isSheetVeryHidden(i)) {
                    return read(workbook.getSheetAt(i));
                }
            }
            throw new InvalidInput("files", "表格里没有可见的工作表。");
        } catch (IOException
                | POIXMLException
                | OpenXML4JRuntimeException
                | IllegalArgumentException
                | IllegalStateException damaged) {
            throw new InvalidInput("files", "这个 XLSX 打不开，可能已损坏或加密，请重新导出。");
        }
    }

    private static SourceTable read(Sheet sheet) {
        List<String> header = List.of();
        List<SourceRow> rows = new ArrayList<>();
        for (Row row : sheet) {
            List<String> cells = cells(row);
            if (cells.stream().allMatch(String::isBlank)) {
                continue;
            }
            if (header.isEmpty()) {
                header = TextTables.columns(cells);
                continue;
            }
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                values.put(header.get(i), i < cells.size() ? cells.get(i) : "");
            }
            rows.add(new SourceRow(row.getRowNum() + 1, values, ""));
        }
        return new SourceTable("XLSX", header, rows);
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        int last = Math.min(row.getLastCellNum(), MOST_COLUMNS);
        for (int i = 0; i < last; i++) {
            cells.add(text(row.getCell(i, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK))
                    .replace("\0", ""));
        }
        return cells;
    }

    private static String text(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        if (type == CellType.NUMERIC && DateUtil.isCellDateFormatted(cell)) {
            return cell.getLocalDateTimeCellValue().toLocalDate().toString();
        }
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC ->
                cell.getCellType() == CellType.FORMULA
                        ? String.valueOf(cell.getNumericCellValue())
                        : FORMATTER.formatCellValue(cell);
            case BOOLEAN -> cell.getBooleanCellValue() ? "是" : "否";
            case BLANK, ERROR, FORMULA, _NONE -> "";
        };
    }
}
