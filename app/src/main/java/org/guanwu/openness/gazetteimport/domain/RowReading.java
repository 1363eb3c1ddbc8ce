package org.guanwu.openness.gazetteimport.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row, read with the mapping: what it says, and what is wrong with it. Pure. */
final class RowReading {

    private static final Set<String> REPEALED = Set.of("废止", "失效", "废止或失效", "已废止", "已失效", "无效", "repealed");
    private static final Set<String> PARTLY = Set.of("部分失效", "部分废止", "部分有效", "已修改");
    private static final Set<String> IN_FORCE = Set.of("", "有效", "现行有效", "尚未施行", "尚未生效", "in force");
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 2_000_000;

    private final ColumnMapping mapping;
    private final String unitName;
    private final LocalDate today;

    RowReading(ColumnMapping mapping, String unitName, LocalDate today) {
        this.mapping = mapping;
        this.unitName = unitName;
        this.today = today;
    }

    /** @param facts null when a problem blocks the row */
    record Read(@Nullable Facts facts, List<Problem> problems) {}

    record Facts(
            String title,
            @Nullable String number,
            String authority,
            LocalDate documentDate,
            LocalDate publishedOn,
            @Nullable LocalDate effectiveOn,
            String topicWords,
            String typeWords,
            boolean isRepealed,
            boolean isPartlyRepealed,
            String text,
            String remarks) {

        String naturalKey(long unitId) {
            if (number == null) {
                return unitId + ":digest:" + digest(text);
            }
            String plain = number.replaceAll("[\\s　〔〕\\[\\]［］()（）【】]", "").replace("第", "");
            return unitId + ":" + authority.replaceAll("\\s", "") + ":" + plain;
        }
    }

    Read read(Map<String, String> values) {
        List<Problem> problems = new ArrayList<>();
        String text = mapping.value(Field.TEXT, values);
        if (text.isBlank()) {
            problems.add(Problem.blocking(mapping.columnOf(Field.TEXT), "", "正文是空的。补上正文，或者删去这一行"));
        } else if (text.length() > LONGEST_TEXT) {
            problems.add(
                    Problem.blocking(mapping.columnOf(Field.TEXT), "", "正文有 " + text.length() + " 字，超过 200 万字，请拆开"));
        }
        String number = mapping.value(Field.NUMBER, values);
        if (number.length() > 100) {
            problems.add(Problem.blocking(mapping.columnOf(Field.NUMBER), number, "发文字号超过 100 字，请核对是否错列"));
        }
        String authority = mapping.value(Field.AUTHORITY, values);
        if (authority.length() > 200) {
            problems.add(Problem.blocking(mapping.columnOf(Field.AUTHORITY), authority, "发文机关超过 200 字，请核对是否错列"));
        }
        LocalDate date = documentDate(values, text, problems);
        LocalDate published = date(Field.PUBLISHED, values, problems);
        LocalDate effective = date(Field.EFFECTIVE, values, problems);
        String title = title(values, text, number, authority, problems);
        String status = mapping.value(Field.VALIDITY, values);
        if (!IN_FORCE.contains(status) && !REPEALED.contains(status) && !PARTLY.contains(status)) {
            problems.add(Problem.toSee(mapping.columnOf(Field.VALIDITY), status, "不认识的有效性，按有效导入"));
        }
        if (date == null || problems.stream().anyMatch(Problem::isBlocking)) {
            return new Read(null, problems);
        }
        return new Read(
                new Facts(
                        title,
                        number.isEmpty() ? null : number,
                        authority.isEmpty() ? unitName : authority,
                        date,
                        published == null ? date : published,
                        effective,
                        mapping.value(Field.TOPIC, values),
                        mapping.value(Field.TYPE, values),
                        REPEALED.contains(status),
                        PARTLY.contains(status),
                        text,
                        mapping.value(Field.REMARKS, values)),
                problems);
    }

    private @Nullable LocalDate documentDate(Map<String, String> values, String text, List<Problem> problems) {
        String written = mapping.value(Field.DATE, values);
        if (!written.isEmpty()) {
            Optional<LocalDate> date = WrittenDate.parse(written);
            if (date.isEmpty()) {
                problems.add(
                        Problem.blocking(mapping.columnOf(Field.DATE), written, "没有这一天，或者认不出写法。写成 2008-05-04 的样子"));
                return null;
            }
            if (date.get().isAfter(today)) {
                problems.add(Problem.blocking(mapping.columnOf(Field.DATE), written, "成文日期在今天之后，请核对"));
                return null;
            }
            return date.get();
        }
        Optional<LocalDate> signed = WrittenDate.lastIn(text).filter(day -> !day.isAfter(today));
        if (signed.isEmpty()) {
            problems.add(Problem.blocking(mapping.columnOf(Field.DATE), "", "没有成文日期，正文落款处也找不到。请补上"));
            return null;
        }
        problems.add(Problem.toSee(mapping.columnOf(Field.DATE), signed.get().toString(), "成文日期取自正文落款"));
        return signed.get();
    }

    private @Nullable LocalDate date(Field field, Map<String, String> values, List<Problem> problems) {
        String written = mapping.value(field, values);
        if (written.isEmpty()) {
            return null;
        }
        Optional<LocalDate> date = WrittenDate.parse(written);
        if (date.isEmpty()) {
            problems.add(Problem.blocking(mapping.columnOf(field), written, "没有这一天，或者认不出写法。写成 2008-05-04 的样子，不清楚的留空"));
        }
        return date.orElse(null);
    }

    private String title(
            Map<String, String> values, String text, String number, String authority, List<Problem> problems) {
        String title = mapping.value(Field.TITLE, values);
        if (title.length() > LONGEST_TITLE) {
            problems.add(Problem.blocking(mapping.columnOf(Field.TITLE), title, "标题超过 300 字，请核对是否错列"));
            return "";
        }
        if (!title.isEmpty()) {
            return title.replaceAll("\\s+", " ");
        }
        String found = FoundTitle.in(text).orElseGet(() -> FoundTitle.fromWords(authority, number, text));
        problems.add(Problem.toSee(mapping.columnOf(Field.TITLE), found, "没有标题，取自正文，请看是否合适"));
        return found.length() > LONGEST_TITLE ? found.substring(0, LONGEST_TITLE) : found;
    }

    private static String digest(String text) {
        try {
            byte[] bytes = text.replaceAll("[\\s　]", "").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
