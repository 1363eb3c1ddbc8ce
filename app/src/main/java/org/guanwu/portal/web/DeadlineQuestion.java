package org.guanwu.portal.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;
import org.guanwu.foundation.workingday.ClockEvent;
import org.guanwu.foundation.workingday.LimitUnit;
import org.guanwu.foundation.workingday.WorkingDays.NamedLimit;
import org.jspecify.annotations.Nullable;

/** What a reader typed into the calculator, as typed. */
public record DeadlineQuestion(
        String from,
        String limit,
        String amount,
        String unit,
        String pausedOn,
        String resumedOn,
        String restartedOn,
        String extension) {

    static final List<LimitUnit> UNITS =
            List.of(LimitUnit.WORKING_DAY, LimitUnit.CALENDAR_DAY, LimitUnit.MONTH, LimitUnit.YEAR);

    /** @param named the limit that was chosen by its name, null when it was typed */
    record Read(
            LocalDate from,
            int amount,
            LimitUnit unit,
            @Nullable NamedLimit named,
            List<ClockEvent> events) {}

    static DeadlineQuestion of(Map<String, String> parameters) {
        return new DeadlineQuestion(
                parameters.getOrDefault("from", "").strip(),
                parameters.getOrDefault("limit", "").strip(),
                parameters.getOrDefault("amount", "").strip(),
                parameters.getOrDefault("unit", "").strip(),
                parameters.getOrDefault("pausedOn", "").strip(),
                parameters.getOrDefault("resumedOn", "").strip(),
                parameters.getOrDefault("restartedOn", "").strip(),
                parameters.getOrDefault("extension", "").strip());
    }

    /** a limit chosen by its name also fills amount and unit */
    DeadlineQuestion shownAs(Read read) {
        return new DeadlineQuestion(
                from,
                limit,
                String.valueOf(read.amount()),
                read.unit().name(),
                pausedOn,
                resumedOn,
                restartedOn,
                extension);
    }

    boolean isAsked() {
        return !from.isEmpty() || !amount.isEmpty() || !limit.isEmpty();
    }

    /** the date is needed to know which version of a named limit is meant */
    Optional<LocalDate> start() {
        try {
            return Optional.of(LocalDate.parse(from));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    Read read(List<NamedLimit> limits) {
        var problems = new ArrayList<FieldProblem>();
        LocalDate start = start().orElse(null);
        if (start == null) {
            problems.add(new FieldProblem("from", "请填写真实的起算日期，例如 2026-09-24。"));
        }
        NamedLimit named =
                limits.stream().filter(l -> l.code().equals(limit)).findFirst().orElse(null);
        if (named == null && !limit.isEmpty() && start != null) {
            problems.add(new FieldProblem("limit", "起算日当天没有这项期限，请改选或自己填写。"));
        }
        int total = named != null ? named.amount() : number("amount", amount, problems);
        LimitUnit counted = named != null ? named.unit() : unit(problems);
        List<ClockEvent> events = events(problems);
        if (!problems.isEmpty() || start == null) {
            throw new InvalidInput(problems);
        }
        return new Read(start, total, counted, named, events);
    }

    private List<ClockEvent> events(List<FieldProblem> problems) {
        var events = new ArrayList<ClockEvent>();
        LocalDate restarted = date("restartedOn", restartedOn, problems);
        LocalDate paused = date("pausedOn", pausedOn, problems);
        LocalDate resumed = date("resumedOn", resumedOn, problems);
        if (paused == null && resumed != null) {
            problems.add(new FieldProblem("pausedOn", "填了恢复日期，请同时填写停钟日期。"));
        }
        if (paused != null && resumed != null && resumed.isBefore(paused)) {
            problems.add(new FieldProblem("resumedOn", "恢复日期不能早于停钟日期。"));
        }
        boolean isRestartFirst = restarted != null && (paused == null || !restarted.isAfter(paused));
        if (isRestartFirst) {
            events.add(ClockEvent.restarted(restarted));
        }
        if (paused != null) {
            events.add(ClockEvent.suspended(paused));
            if (resumed != null) {
                events.add(ClockEvent.resumed(resumed));
            }
        }
        if (restarted != null && !isRestartFirst) {
            if (resumed != null && restarted.isBefore(resumed)) {
                problems.add(new FieldProblem("restartedOn", "重新计算的日期不能在停钟期间之内，请填在停钟之前或恢复之后。"));
            }
            events.add(ClockEvent.restarted(restarted));
        }
        if (!extension.isEmpty()) {
            int more = number("extension", extension, problems);
            events.add(ClockEvent.extended(Math.max(1, more), null));
        }
        return events;
    }

    private LimitUnit unit(List<FieldProblem> problems) {
        for (LimitUnit each : UNITS) {
            if (each.name().equals(unit.toUpperCase(Locale.ROOT))) {
                return each;
            }
        }
        if (!unit.isEmpty()) {
            problems.add(new FieldProblem("unit", "请选择工作日、自然日、月或年。"));
        }
        return LimitUnit.WORKING_DAY;
    }

    private static @Nullable LocalDate date(String field, String text, List<FieldProblem> problems) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            problems.add(new FieldProblem(field, "请填写真实的日期，例如 2026-10-13。"));
            return null;
        }
    }

    private static int number(String field, String text, List<FieldProblem> problems) {
        if (text.matches("[0-9]{1,4}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= 3650) {
            return Integer.parseInt(text);
        }
        problems.add(new FieldProblem(field, "请填写 1 至 3650 之间的整数。"));
        return 0;
    }
}
