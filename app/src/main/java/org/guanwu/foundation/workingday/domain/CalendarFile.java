package org.guanwu.foundation.workingday.domain;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Dates from a file: JSON {@code {year, papers, days: [{date, name, isOffDay}]}} or CSV {@code date,kind,name}. Every
 * faulty line is named with its number; nothing is taken from a file that has one.
 */
@Component
public class CalendarFile {

    private static final int LARGEST = 200_000;
    private static final int MOST_PROBLEMS = 20;
    private static final Map<String, ListedDay.Kind> KINDS = Map.ofEntries(
            Map.entry("off", ListedDay.Kind.OFF),
            Map.entry("放假", ListedDay.Kind.OFF),
            Map.entry("休", ListedDay.Kind.OFF),
            Map.entry("work", ListedDay.Kind.WORK),
            Map.entry("上班", ListedDay.Kind.WORK),
            Map.entry("调休上班", ListedDay.Kind.WORK),
            Map.entry("班", ListedDay.Kind.WORK),
            Map.entry("ordinary", ListedDay.Kind.ORDINARY),
            Map.entry("恢复为普通日", ListedDay.Kind.ORDINARY));

    private final JsonMapper json;

    CalendarFile(JsonMapper json) {
        this.json = json;
    }

    /** @param year and address where the file names them */
    public record Content(@Nullable Integer year, String address, List<CalendarDraft.Day> days) {}

    public Content read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new InvalidInput("file", "文件超过 200 KB，不像一年的放假安排，请核对。");
        }
        String text = decoded(bytes).strip();
        if (text.isEmpty()) {
            throw new InvalidInput("file", "文件是空的。");
        }
        var reading = new Reading();
        Content content = text.startsWith("{") ? reading.json(parsed(text)) : reading.csv(text);
        if (!reading.problems.isEmpty()) {
            throw new InvalidInput(
                    reading.problems.stream().limit(MOST_PROBLEMS).toList());
        }
        if (content.days().isEmpty()) {
            throw new InvalidInput("file", "文件中没有日期。如果该年安排尚未公布，请等公布后再导入。");
        }
        return content;
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (JacksonException notJson) {
            throw new InvalidInput("file", "文件以 { 开头，但不是合法的 JSON。");
        }
    }

    /** UTF-8, with or without its mark; what is not valid UTF-8 comes from an older spreadsheet */
    private static String decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }

    private static final class Reading {

        private final List<FieldProblem> problems = new ArrayList<>();
        private final List<CalendarDraft.Day> days = new ArrayList<>();

        Content json(JsonNode root) {
            JsonNode listed = root.path("days");
            if (!listed.isArray()) {
                problems.add(new FieldProblem("file", "JSON 中没有 days 数组。"));
            }
            for (int i = 0; i < listed.size(); i++) {
                JsonNode day = listed.get(i);
                JsonNode isOff = day.path("isOffDay");
                String place = "days[" + i + "]";
                if (!isOff.isBoolean()) {
                    problems.add(new FieldProblem("file", place + "：isOffDay 须为 true 或 false。"));
                    continue;
                }
                add(
                        place,
                        day.path("date").asString(""),
                        isOff.asBoolean() ? ListedDay.Kind.OFF : ListedDay.Kind.WORK,
                        day.path("name").asString(""));
            }
            JsonNode year = root.path("year");
            JsonNode papers = root.path("papers");
            return new Content(
                    year.isInt() ? Integer.valueOf(year.asInt()) : null,
                    papers.isArray() && !papers.isEmpty()
                            ? papers.get(papers.size() - 1).asString("")
                            : "",
                    days);
        }

        Content csv(String text) {
            String[] lines = text.split("\\R");
            for (int i = 0; i < lines.length; i++) {
                String line = lines[i].strip();
                boolean isHead =
                        i == 0 && !line.isEmpty() && !Character.isDigit(line.charAt(0)) && line.charAt(0) != '"';
                if (!line.isEmpty() && !isHead) {
                    csvLine("第 " + (i + 1) + " 行", line);
                }
            }
            return new Content(null, "", days);
        }

        private void csvLine(String place, String line) {
            String[] cells = line.split("[,，\\t]", -1);
            if (cells.length != 3) {
                problems.add(new FieldProblem("file", place + "：须为三列“日期,放假或上班,节日名称”，实有 " + cells.length + " 列。"));
                return;
            }
            String word = cell(cells[1]);
            ListedDay.Kind kind = KINDS.get(word.toLowerCase(Locale.ROOT));
            if (kind == null) {
                problems.add(new FieldProblem("file", place + "：第 2 列“" + word + "”须为 放假 或 上班（off、work）。"));
                return;
            }
            add(place, cell(cells[0]), kind, cell(cells[2]));
        }

        private void add(String place, String date, ListedDay.Kind kind, String name) {
            try {
                days.add(new CalendarDraft.Day(LocalDate.parse(date), kind, name.strip(), "file"));
            } catch (DateTimeException notADate) {
                problems.add(new FieldProblem("file", place + "：日期“" + date + "”须为真实的日期，例如 2027-01-01。"));
            }
        }

        private static String cell(String text) {
            String bare = text.strip();
            boolean isQuoted = bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"");
            return isQuoted ? bare.substring(1, bare.length() - 1).strip() : bare;
        }
    }
}
