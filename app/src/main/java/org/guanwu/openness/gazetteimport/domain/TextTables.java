package org.guanwu.openness.gazetteimport.domain;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.openness.gazetteimport.domain.SourceTable.SourceRow;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON Lines and CSV, in UTF-8 or GB 18030, with the line of each row. A bad line is a row with a problem, not the end. */
final class TextTables {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TextTables() {}

    static String decode(byte[] content) {
        int bom = content.length >= 3 && (content[0] & 0xFF) == 0xEF && (content[1] & 0xFF) == 0xBB ? 3 : 0;
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                return charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(content, bom, content.length - bom))
                        .toString()
                        .replace("\0", "");
            } catch (CharacterCodingException next) {
                continue;
            }
        }
        throw new InvalidInput("files", "文件不是 UTF-8 或 GB 18030 编码的文本，请另存为 UTF-8 后再传。");
    }

    static SourceTable jsonLines(String text) {
        Set<String> columns = new LinkedHashSet<>();
        List<SourceRow> rows = new ArrayList<>();
        int line = 0;
        for (String json : text.split("\n", -1)) {
            line++;
            if (json.isBlank()) {
                continue;
            }
            SourceRow row = jsonLine(line, json);
            columns.addAll(row.values().keySet());
            rows.add(row);
        }
        return new SourceTable("JSONL", List.copyOf(columns), rows);
    }

    private static SourceRow jsonLine(int line, String json) {
        try {
            JsonNode node = JSON.readTree(json);
            if (!node.isObject()) {
                return new SourceRow(line, Map.of(), "这一行不是一个 JSON 对象。每行一个，用 { } 括起");
            }
            Map<String, String> values = new LinkedHashMap<>();
            node.properties().forEach(property -> {
                JsonNode value = property.getValue();
                values.put(
                        property.getKey().replace("\0", ""),
                        (value.isNull() ? "" : value.isString() ? value.stringValue() : value.toString())
                                .replace("\0", ""));
            });
            return new SourceRow(line, values, "");
        } catch (JacksonException broken) {
            return new SourceRow(line, Map.of(), "这一行的 JSON 写法有误，请检查引号、逗号和括号");
        }
    }

    static SourceTable csv(String text) {
        char separator = separatorOf(text);
        List<String> header = List.of();
        List<SourceRow> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        var cell = new StringBuilder();
        boolean isQuoted = false;
        int line = 1;
        int start = 1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            if (isQuoted && i < text.length()) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    isQuoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"' && cell.isEmpty()) {
                isQuoted = true;
            } else if (c == separator) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                cells.add(stripReturn(cell));
                cell.setLength(0);
                if (header.isEmpty()) {
                    header = columns(cells);
                } else if (cells.size() > 1 || !cells.getFirst().isBlank()) {
                    rows.add(csvRow(start, header, cells, isQuoted));
                }
                cells = new ArrayList<>();
                start = line + 1;
            } else {
                cell.append(c);
            }
            line += c == '\n' ? 1 : 0;
        }
        return new SourceTable("CSV", header, rows);
    }

    private static SourceRow csvRow(int line, List<String> header, List<String> cells, boolean isUnclosed) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            values.put(header.get(i), i < cells.size() ? cells.get(i) : "");
        }
        boolean isTooLong = cells.stream().skip(header.size()).anyMatch(more -> !more.isBlank());
        String problem = isUnclosed
                ? "引号没有结束，从这一行起读不下去"
                : isTooLong ? "这一行有 " + cells.size() + " 列，表头只有 " + header.size() + " 列。含逗号的内容要加引号" : "";
        return new SourceRow(line, values, problem);
    }

    static List<String> columns(List<String> cells) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String name = cells.get(i).strip();
            String base = name.isEmpty() ? "第" + (i + 1) + "列" : name.substring(0, Math.min(name.length(), 60));
            String unique = base;
            for (int n = 2; names.contains(unique); n++) {
                unique = base + "（" + n + "）";
            }
            names.add(unique);
        }
        return names;
    }

    private static String stripReturn(StringBuilder cell) {
        boolean endsWithReturn = !cell.isEmpty() && cell.charAt(cell.length() - 1) == '\r';
        return endsWithReturn ? cell.substring(0, cell.length() - 1) : cell.toString();
    }

    private static char separatorOf(String text) {
        int end = text.indexOf('\n');
        String head = end < 0 ? text : text.substring(0, end);
        char best = ',';
        for (char c : new char[] {';', '\t'}) {
            if (head.chars().filter(x -> x == c).count()
                    > head.chars().filter(x -> x == ',').count()) {
                best = c;
            }
        }
        return best;
    }
}
