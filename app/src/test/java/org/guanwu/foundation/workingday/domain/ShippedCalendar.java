package org.guanwu.foundation.workingday.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The calendar that the product ships, read from its migration, for tests that need no database. */
public final class ShippedCalendar {

    private static final String FILE = "/db/migration/foundation/workingday/V14_2__load_calendar_2007_to_2026.sql";
    private static final Pattern NOTICE = Pattern.compile(
            "\\((\\d+), '[0-9a-f-]{36}', '(\\w+)', (\\d{4}), 'IN_FORCE', '([^']+)', '([^']+)', '([^']+)',");
    private static final Pattern DAY =
            Pattern.compile("\\((\\d+), '(\\d{4}-\\d\\d-\\d\\d)', '(OFF|WORK)', '([^']+)'\\)");

    private ShippedCalendar() {}

    static Calendar load() {
        return CalendarFold.of(23, layers());
    }

    static List<CalendarFold.Layer> layers() {
        String sql = sql();
        var days = new LinkedHashMap<Long, List<CalendarFold.Entry>>();
        var day = DAY.matcher(sql);
        while (day.find()) {
            days.computeIfAbsent(Long.valueOf(day.group(1)), id -> new ArrayList<>())
                    .add(new CalendarFold.Entry(
                            LocalDate.parse(day.group(2)), ListedDay.Kind.valueOf(day.group(3)), day.group(4)));
        }
        var layers = new ArrayList<CalendarFold.Layer>();
        var notice = NOTICE.matcher(sql);
        while (notice.find()) {
            long id = Long.parseLong(notice.group(1));
            layers.add(new CalendarFold.Layer(
                    new Notice(
                            id, Integer.parseInt(notice.group(3)), notice.group(4), notice.group(5), notice.group(6)),
                    notice.group(2).equals("YEAR"),
                    days.getOrDefault(id, List.of())));
        }
        return layers;
    }

    /** the naked facts for an oracle: the last word on each listed date, true when one works */
    static Map<LocalDate, Boolean> facts() {
        var facts = new TreeMap<LocalDate, Boolean>();
        var day = DAY.matcher(sql());
        while (day.find()) {
            facts.put(LocalDate.parse(day.group(2)), day.group(3).equals("WORK"));
        }
        return facts;
    }

    private static String sql() {
        try (var in = ShippedCalendar.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
