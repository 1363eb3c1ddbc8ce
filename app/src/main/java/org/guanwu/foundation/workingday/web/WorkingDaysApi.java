package org.guanwu.foundation.workingday.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.guanwu.foundation.identity.Anyone;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.workingday.ClockReckoning;
import org.guanwu.foundation.workingday.LimitUnit;
import org.guanwu.foundation.workingday.ReckonedDay;
import org.guanwu.foundation.workingday.WorkingDays;
import org.guanwu.foundation.workingday.domain.ClockCalculus;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public deadline calculator. It stores nothing; the same question has the same answer until the calendar changes. */
@RestController
@RequestMapping("/api/v1/working-days")
class WorkingDaysApi {

    /** two hundred events take a tenth of it */
    private static final int LARGEST_BODY = 100_000;

    private final WorkingDays workingDays;
    private final JsonMapper json;

    WorkingDaysApi(WorkingDays workingDays, JsonMapper json) {
        this.workingDays = workingDays;
        this.json = json;
    }

    @Anyone
    @GetMapping("/due-date")
    DueDateAnswer dueDate(
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "workingDays", required = false) @Nullable String amount) {
        LocalDate start = date(from);
        int limit = amount(amount);
        ClockReckoning reckoning = workingDays.reckon(limit, LimitUnit.WORKING_DAY, start.atStartOfDay(), List.of());
        return new DueDateAnswer(
                start, limit, reckoning.due(), reckoning.isProvisional(), days(reckoning), cut(reckoning));
    }

    @Anyone
    @PostMapping(path = "/clock", consumes = MediaType.APPLICATION_JSON_VALUE)
    ClockAnswer clock(InputStream body) throws IOException {
        ClockQuestion question = ClockQuestion.of(parsed(body.readNBytes(LARGEST_BODY + 1)));
        ClockReckoning reckoning =
                workingDays.reckon(question.amount(), question.unit(), question.startedAt(), question.events());
        return new ClockAnswer(
                reckoning.state().name(), due(reckoning), reckoning.isProvisional(), days(reckoning), cut(reckoning));
    }

    private JsonNode parsed(byte[] body) {
        if (body.length > LARGEST_BODY) {
            throw new InvalidInput("", "请求内容超过 " + LARGEST_BODY / 1000 + " KB。");
        }
        try {
            return json.readTree(body);
        } catch (JacksonException notJson) {
            throw new InvalidInput("", "请求内容不是合法的 JSON。");
        }
    }

    /** a date; for hours the moment in China time */
    private static @Nullable String due(ClockReckoning reckoning) {
        if (reckoning.dueAt() != null) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                    reckoning.dueAt().atZone(ChinaTime.ZONE));
        }
        return reckoning.due() == null ? null : reckoning.due().toString();
    }

    private static List<DayAnswer> days(ClockReckoning reckoning) {
        return reckoning.days().stream().map(DayAnswer::of).toList();
    }

    private static @Nullable Boolean cut(ClockReckoning reckoning) {
        return reckoning.isCut() ? Boolean.TRUE : null;
    }

    private static LocalDate date(@Nullable String text) {
        try {
            LocalDate date = LocalDate.parse(text == null ? "" : text);
            if (date.isBefore(ClockCalculus.EARLIEST) || date.isAfter(ClockCalculus.LATEST)) {
                throw new InvalidInput(
                        "from", "日期须在 " + ClockCalculus.EARLIEST + " 至 " + ClockCalculus.LATEST + " 之间。");
            }
            return date;
        } catch (DateTimeException notADate) {
            throw new InvalidInput("from", "须为真实的日期，例如 2026-09-24。");
        }
    }

    private static int amount(@Nullable String text) {
        if (text != null && text.matches("[0-9]{1,4}")) {
            int amount = Integer.parseInt(text);
            if (amount >= 1 && amount <= 3650) {
                return amount;
            }
        }
        throw new InvalidInput("workingDays", "须为 1 至 3650 之间的整数。");
    }

    record DueDateAnswer(
            LocalDate from,
            int workingDays,
            @Nullable LocalDate due,
            boolean provisional,
            List<DayAnswer> days,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean daysCut) {}

    /** @param daysCut only there when the span is too long to be listed to its end */
    record ClockAnswer(
            String state,
            @Nullable String due,
            boolean provisional,
            List<DayAnswer> days,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean daysCut) {}

    record DayAnswer(LocalDate date, boolean counted, String reason, String source) {

        static DayAnswer of(ReckonedDay day) {
            return new DayAnswer(day.date(), day.isCounted(), day.reason(), day.source());
        }
    }
}
