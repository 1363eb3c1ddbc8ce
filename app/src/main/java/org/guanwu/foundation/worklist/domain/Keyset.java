package org.guanwu.foundation.worklist.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.guanwu.foundation.shared.Cursor;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.Page;
import org.jspecify.annotations.Nullable;

/** Position in a list and the direction to read on from there, as they travel in a cursor. */
record Keyset(boolean isBackward, List<String> values) {

    private static final String FORWARD = "n";
    private static final String BACKWARD = "p";

    /** @throws InvalidInput when the text is not a cursor of {@code size} values */
    static @Nullable Keyset parse(@Nullable String cursor, int size) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        List<String> parts = Cursor.parse(cursor, size + 1);
        String direction = parts.getFirst();
        if (!direction.equals(FORWARD) && !direction.equals(BACKWARD)
                || parts.stream().anyMatch(part -> part.indexOf('\0') >= 0)) {
            throw invalid();
        }
        return new Keyset(direction.equals(BACKWARD), parts.subList(1, size + 1));
    }

    LocalDate date(int index) {
        try {
            return inRange(LocalDate.parse(values.get(index)));
        } catch (DateTimeException notADate) {
            throw invalid();
        }
    }

    Instant instant(int index) {
        try {
            Instant instant = Instant.parse(values.get(index));
            inRange(LocalDate.EPOCH.plusDays(Math.floorDiv(instant.getEpochSecond(), 86_400)));
            return instant;
        } catch (DateTimeException notAnInstant) {
            throw invalid();
        }
    }

    long number(int index) {
        try {
            return Long.parseLong(values.get(index));
        } catch (NumberFormatException notANumber) {
            throw invalid();
        }
    }

    /** @param read one row more than {@code size} where there are more, in the direction of reading */
    static <T> Page<T> page(List<T> read, int size, @Nullable Keyset from, Function<T, Object[]> key) {
        boolean isBackward = from != null && from.isBackward();
        boolean hasMore = read.size() > size;
        List<T> rows = new ArrayList<>(hasMore ? read.subList(0, size) : read);
        if (isBackward) {
            rows = rows.reversed();
        }
        if (rows.isEmpty()) {
            return new Page<>(rows, null, null);
        }
        boolean hasNext = isBackward || hasMore;
        boolean hasPrevious = isBackward ? hasMore : from != null;
        return new Page<>(
                rows,
                hasNext ? cursor(FORWARD, key.apply(rows.getLast())) : null,
                hasPrevious ? cursor(BACKWARD, key.apply(rows.getFirst())) : null);
    }

    private static String cursor(String direction, Object[] key) {
        var values = new Object[key.length + 1];
        values[0] = direction;
        System.arraycopy(key, 0, values, 1, key.length);
        return Cursor.of(values);
    }

    private static LocalDate inRange(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw invalid();
        }
        return date;
    }

    private static InvalidInput invalid() {
        return new InvalidInput("cursor", "翻页位置无效，请从第一页重新开始。");
    }
}
