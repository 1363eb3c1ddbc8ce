package org.guanwu.foundation.workingday.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.workingday.ClockEvent;
import org.guanwu.foundation.workingday.LimitUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The request of the public calculator, read field by field so that each fault is named where it stands. */
record ClockQuestion(int amount, LimitUnit unit, LocalDateTime startedAt, List<ClockEvent> events) {

    static ClockQuestion of(@Nullable JsonNode body) {
        if (body == null || !body.isObject()) {
            throw new InvalidInput("", "请求须为 JSON 对象，含 limit、startedOn，可含 events。");
        }
        JsonNode limit = body.path("limit");
        if (!limit.isObject()) {
            throw new InvalidInput("limit", "缺少期限，例如 {\"amount\": 20, \"unit\": \"WORKING_DAY\"}。");
        }
        int amount = amount("limit.amount", limit.path("amount"));
        LimitUnit unit = unit(limit.path("unit"));
        LocalDateTime startedAt = moment("startedOn", body.path("startedOn"), unit);
        return new ClockQuestion(amount, unit, startedAt, events(body.path("events"), unit));
    }

    private static List<ClockEvent> events(JsonNode events, LimitUnit unit) {
        if (events.isMissingNode() || events.isNull()) {
            return List.of();
        }
        if (!events.isArray()) {
            throw new InvalidInput("events", "events 须为数组。");
        }
        var read = new ArrayList<ClockEvent>(events.size());
        for (int i = 0; i < events.size(); i++) {
            read.add(event("events[" + i + "]", events.get(i), unit));
        }
        return read;
    }

    private static ClockEvent event(String field, JsonNode event, LimitUnit unit) {
        if (!event.isObject()) {
            throw new InvalidInput(field, "事件须为 JSON 对象。");
        }
        ClockEvent.Type type = type(field, event.path("type"));
        JsonNode on = event.path("on");
        boolean hasDate = !on.isMissingNode() && !on.isNull();
        if (type == ClockEvent.Type.EXTENDED) {
            return new ClockEvent(
                    type,
                    hasDate ? moment(field + ".on", on, unit) : null,
                    amount(field + ".amount", event.path("amount")));
        }
        if (!hasDate) {
            throw new InvalidInput(field + ".on", "事件 " + type + " 缺少日期。");
        }
        return new ClockEvent(type, moment(field + ".on", on, unit), 0);
    }

    private static ClockEvent.Type type(String field, JsonNode node) {
        for (ClockEvent.Type type : ClockEvent.Type.values()) {
            if (node.isString() && type.name().equals(node.asString())) {
                return type;
            }
        }
        throw new InvalidInput(field + ".type", "事件类型须为 " + names(ClockEvent.Type.values()) + " 之一。");
    }

    private static LimitUnit unit(JsonNode node) {
        for (LimitUnit unit : LimitUnit.values()) {
            if (node.isString() && unit.name().equals(node.asString())) {
                return unit;
            }
        }
        throw new InvalidInput("limit.unit", "单位须为 " + names(LimitUnit.values()) + " 之一。");
    }

    private static int amount(String field, JsonNode node) {
        if (!node.isIntegralNumber()) {
            throw new InvalidInput(field, "须为 1 至 3650 之间的整数。");
        }
        if (!node.canConvertToInt() || node.asInt() < 1 || node.asInt() > 3650) {
            throw new InvalidInput(field, "须在 1 至 3650 之间，收到 " + node.asString() + "。");
        }
        return node.asInt();
    }

    /** a date; for hours also a date with a time, with or without an offset */
    private static LocalDateTime moment(String field, JsonNode node, LimitUnit unit) {
        String text = node.isString() ? node.asString() : "";
        try {
            if (unit == LimitUnit.HOUR && text.contains("T")) {
                boolean hasOffset = text.endsWith("Z") || text.matches(".*T.*[+-]\\d{2}(:?\\d{2})?$");
                return hasOffset
                        ? OffsetDateTime.parse(text)
                                .atZoneSameInstant(ChinaTime.ZONE)
                                .toLocalDateTime()
                        : LocalDateTime.parse(text);
            }
            return LocalDate.parse(text).atStartOfDay();
        } catch (DateTimeException notADate) {
            throw new InvalidInput(
                    field, unit == LimitUnit.HOUR ? "须为日期或时刻，例如 2026-09-24T08:30:00+08:00。" : "须为真实的日期，例如 2026-09-24。");
        }
    }

    private static String names(Enum<?>[] values) {
        return String.join("、", Arrays.stream(values).map(Enum::name).toList());
    }
}
