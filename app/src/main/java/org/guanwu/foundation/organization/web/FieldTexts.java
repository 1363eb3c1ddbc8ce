package org.guanwu.foundation.organization.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.stream.Collectors;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;
import org.jspecify.annotations.Nullable;

/** From typed texts to values, and from problems to the sentences under the fields. */
final class FieldTexts {

    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private FieldTexts() {}

    static LocalDate date(String field, String text) {
        LocalDate date = dateOrNull(field, text);
        if (date == null) {
            throw new InvalidInput(field, "请填写日期。");
        }
        return date;
    }

    static @Nullable LocalDate dateOrNull(String field, String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text.strip());
            if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
                throw new InvalidInput(field, "年份不对，请检查。");
            }
            return date;
        } catch (DateTimeParseException notADate) {
            throw new InvalidInput(field, "日期请写成 2026-10-14 的形式。");
        }
    }

    static long id(String field, String text, String message) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException notANumber) {
            throw new InvalidInput(field, message);
        }
    }

    static @Nullable Long idOrNull(String field, String text) {
        return text.isBlank() ? null : id(field, text, "请从列表中选择。");
    }

    static int rank(String text) {
        return text.isBlank() ? 100 : Math.clamp(id("rank", text, "排序请填数字。"), 0, 9999);
    }

    static <E extends Enum<E>> E choice(String field, String text, Class<E> type) {
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidInput(field, "请从列表中选择。");
        }
    }

    static String clean(String text) {
        return text.replace("\0", "").strip();
    }

    static Map<String, String> messages(InvalidInput input) {
        return input.problems().stream()
                .collect(Collectors.toMap(FieldProblem::field, FieldProblem::message, String::concat));
    }
}
