package org.guanwu.foundation.workingday.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;
import org.guanwu.foundation.workingday.domain.CalendarChange;
import org.guanwu.foundation.workingday.domain.CalendarDraft;
import org.guanwu.foundation.workingday.domain.CalendarFile;
import org.guanwu.foundation.workingday.domain.ListedDay;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What was typed, exactly as it was typed, so that a form that fails comes back whole. */
public record ChangeForm(
        String commandId,
        String kind,
        String year,
        String noticeNumber,
        String title,
        String address,
        String issuedOn,
        String note,
        List<Row> rows) {

    private static final int BLANK_ROWS = 16;
    private static final int MOST_ROWS = 200;
    private static final int LONGEST_SPAN = 31;

    /** a notice speaks of spans: 10月1日至7日放假 */
    public record Row(String from, String to, String kind, String name) {

        boolean isBlank() {
            return from.isBlank() && to.isBlank() && name.isBlank();
        }
    }

    public ChangeForm {
        rows = List.copyOf(rows);
    }

    static ChangeForm blank(int year) {
        return new ChangeForm(
                        UUID.randomUUID().toString(),
                        CalendarChange.Kind.YEAR.name(),
                        String.valueOf(year),
                        "",
                        "国务院办公厅关于" + year + "年部分节假日安排的通知",
                        "",
                        "",
                        "",
                        List.of())
                .withBlankRows();
    }

    static ChangeForm of(CalendarChange change, List<CalendarDraft.Day> days) {
        return new ChangeForm(
                        "",
                        change.kind().name(),
                        String.valueOf(change.year()),
                        change.noticeNumber(),
                        change.title(),
                        change.address(),
                        change.issuedOn() == null ? "" : change.issuedOn().toString(),
                        change.note(),
                        days.stream()
                                .map(d -> new Row(
                                        d.date().toString(), "", d.kind().name(), d.name()))
                                .toList())
                .withBlankRows();
    }

    static ChangeForm of(MultiValueMap<String, String> typed) {
        var rows = new ArrayList<Row>();
        List<String> from = typed.getOrDefault("from", List.of());
        for (int i = 0; i < Math.min(from.size(), MOST_ROWS); i++) {
            rows.add(new Row(from.get(i), at(typed, "to", i), at(typed, "dayKind", i), at(typed, "name", i)));
        }
        return new ChangeForm(
                at(typed, "commandId", 0),
                at(typed, "kind", 0),
                at(typed, "year", 0),
                at(typed, "noticeNumber", 0),
                at(typed, "title", 0),
                at(typed, "address", 0),
                at(typed, "issuedOn", 0),
                at(typed, "note", 0),
                rows);
    }

    ChangeForm withBlankRows() {
        var more = new ArrayList<>(rows);
        int wanted = Math.max(BLANK_ROWS, rows.size() + 4);
        while (more.size() < wanted) {
            more.add(new Row("", "", ListedDay.Kind.OFF.name(), ""));
        }
        return new ChangeForm(commandId, kind, year, noticeNumber, title, address, issuedOn, note, more);
    }

    UUID command() {
        try {
            return UUID.fromString(commandId);
        } catch (IllegalArgumentException forged) {
            throw new InvalidInput("", "页面已过期，请重新打开录入页面。");
        }
    }

    /** @param file null when the dates were typed */
    CalendarDraft draft(CalendarFile.@Nullable Content file) {
        var problems = new ArrayList<FieldProblem>();
        Integer namedYear = file == null ? null : file.year();
        int readYear = namedYear != null ? namedYear : number("year", year, problems);
        var days = file == null ? days(problems) : file.days();
        LocalDate issued = issuedOn.isBlank() ? null : date("issuedOn", issuedOn, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new CalendarDraft(
                CalendarChange.Kind.CORRECTION.name().equals(kind)
                        ? CalendarChange.Kind.CORRECTION
                        : CalendarChange.Kind.YEAR,
                readYear,
                noticeNumber,
                title,
                address.isBlank() && file != null ? file.address() : address.strip(),
                issued,
                note,
                days);
    }

    private List<CalendarDraft.Day> days(List<FieldProblem> problems) {
        var days = new ArrayList<CalendarDraft.Day>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            String field = "rows[" + i + "]";
            if (row.isBlank()) {
                continue;
            }
            LocalDate first = date(field, row.from(), problems);
            LocalDate last = row.to().isBlank() ? first : date(field, row.to(), problems);
            ListedDay.Kind dayKind = kindOf(row.kind());
            if (first == null || last == null) {
                continue;
            }
            if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_SPAN))) {
                problems.add(new FieldProblem(field, "止日须不早于起日，且相隔不超过 " + LONGEST_SPAN + " 天。"));
                continue;
            }
            for (LocalDate d = first; !d.isAfter(last); d = d.plusDays(1)) {
                days.add(new CalendarDraft.Day(d, dayKind, row.name().strip(), field));
            }
        }
        return days;
    }

    private static ListedDay.Kind kindOf(String text) {
        for (ListedDay.Kind kind : ListedDay.Kind.values()) {
            if (kind.name().equals(text.toUpperCase(Locale.ROOT))) {
                return kind;
            }
        }
        return ListedDay.Kind.OFF;
    }

    private static @Nullable LocalDate date(String field, String text, List<FieldProblem> problems) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException notADate) {
            problems.add(new FieldProblem(field, "日期“" + text + "”须为真实的日期，例如 2027-01-01。"));
            return null;
        }
    }

    private static int number(String field, String text, List<FieldProblem> problems) {
        if (text.strip().matches("\\d{4}")) {
            return Integer.parseInt(text.strip());
        }
        problems.add(new FieldProblem(field, "请填写四位年份。"));
        return 0;
    }

    private static String at(MultiValueMap<String, String> typed, String name, int index) {
        List<String> values = typed.getOrDefault(name, List.of());
        return index < values.size() && values.get(index) != null ? values.get(index) : "";
    }
}
