package org.guanwu.foundation.workingday.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;
import org.jspecify.annotations.Nullable;

/** What a person proposes: a notice with its dates, checked as a whole so that every problem is named at once. */
public record CalendarDraft(
        CalendarChange.Kind kind,
        int year,
        String noticeNumber,
        String title,
        String address,
        @Nullable LocalDate issuedOn,
        String note,
        List<Day> days) {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_DAYS = 150;

    /** @param field where the entry was typed or stood in the file, for messages */
    public record Day(LocalDate date, ListedDay.Kind kind, String name, String field) {}

    public CalendarDraft {
        days = List.copyOf(days);
    }

    void check() {
        var problems = new ArrayList<FieldProblem>();
        if (kind == CalendarChange.Kind.ROLL_BACK) {
            problems.add(new FieldProblem("kind", "回退请从已生效的更改办理。"));
        }
        if (year < 2007 || year > 2100) {
            problems.add(new FieldProblem("year", "年份须在 2007 至 2100 之间。"));
        }
        required(problems, "noticeNumber", noticeNumber, "请填写发文字号，例如 国办发明电〔2025〕7号。");
        required(problems, "title", title, "请填写通知标题。");
        if (address.length() > LONGEST_TEXT || !address.isEmpty() && !address.matches("https?://[^\\s\"<>]+")) {
            problems.add(new FieldProblem("address", "网址须以 http:// 或 https:// 开头。"));
        }
        if (days.isEmpty()) {
            problems.add(new FieldProblem("days", "请至少填写一个日期。"));
        }
        if (days.size() > MOST_DAYS) {
            problems.add(new FieldProblem("days", "一次最多 " + MOST_DAYS + " 个日期，收到 " + days.size() + " 个。"));
        }
        checkDays(problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private void checkDays(List<FieldProblem> problems) {
        // a notice may open its year's holiday in the December before
        LocalDate first = LocalDate.of(Math.clamp(year, 2007, 2100) - 1, 12, 1);
        LocalDate last = LocalDate.of(Math.clamp(year, 2007, 2100), 12, 31);
        var seen = new HashSet<LocalDate>();
        for (Day day : days) {
            if (day.date().isBefore(first) || day.date().isAfter(last)) {
                problems.add(new FieldProblem(
                        day.field(), day.date() + " 不在 " + year + " 年安排的范围内（" + first + " 至 " + last + "）。"));
            }
            if (!seen.add(day.date())) {
                problems.add(new FieldProblem(day.field(), day.date() + " 出现了两次，请只保留一条。"));
            }
            if (day.kind() == ListedDay.Kind.ORDINARY && kind == CalendarChange.Kind.YEAR) {
                problems.add(new FieldProblem(day.field(), "全年安排不需要“恢复为普通日”：没有列出的日期都是普通日。"));
            }
            if (day.name().length() > LONGEST_NAME) {
                problems.add(new FieldProblem(day.field(), "节日名称不超过 " + LONGEST_NAME + " 个字。"));
            }
            if (day.name().isBlank() && day.kind() != ListedDay.Kind.ORDINARY) {
                problems.add(new FieldProblem(day.field(), day.date() + " 缺少节日名称。"));
            }
        }
    }

    private static void required(List<FieldProblem> problems, String field, String value, String message) {
        if (value.isBlank()) {
            problems.add(new FieldProblem(field, message));
        } else if (value.length() > LONGEST_TEXT) {
            problems.add(new FieldProblem(field, "不超过 " + LONGEST_TEXT + " 个字。"));
        }
    }

    List<CalendarFold.Entry> entries() {
        return days.stream()
                .map(d -> new CalendarFold.Entry(d.date(), d.kind(), d.name().strip()))
                .toList();
    }
}
