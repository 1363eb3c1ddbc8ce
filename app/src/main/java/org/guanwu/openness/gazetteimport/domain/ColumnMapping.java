package org.guanwu.openness.gazetteimport.domain;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** 列的对应: which column is taken as which field; a column serves one field at most. */
record ColumnMapping(Map<Field, String> columns) {

    ColumnMapping {
        columns = columns.isEmpty() ? Map.of() : Map.copyOf(columns);
    }

    static ColumnMapping guess(List<String> columns) {
        Map<Field, String> guessed = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            field.names().stream()
                    .flatMap(name ->
                            columns.stream().filter(column -> plain(column).equals(name)))
                    .filter(column -> !guessed.containsValue(column))
                    .findFirst()
                    .ifPresent(column -> guessed.put(field, column));
        }
        return new ColumnMapping(guessed);
    }

    private static String plain(String column) {
        return column.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-　:：*（）()]", "");
    }

    String value(Field field, Map<String, String> row) {
        String column = columns.get(field);
        return column == null ? "" : row.getOrDefault(column, "").strip();
    }

    String columnOf(Field field) {
        return columns.getOrDefault(field, field.label());
    }

    static boolean isComplete(Collection<Field> mapped) {
        return mapped.contains(Field.TEXT);
    }
}
