package org.guanwu.foundation.workingday.domain;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.workingday.ClockEvent;
import org.jspecify.annotations.Nullable;

/**
 * The events of a clock, read once from first to last and found in order.
 *
 * @param origin where the clock first started
 * @param start where it started last: a restart voids what was counted, suspended and extended before it
 * @param pauses closed suspensions since the last restart, in order
 * @param openSince an open suspension, null when the clock runs
 * @param extension sum of the extensions since the last restart
 */
record Timeline(
        LocalDateTime origin,
        LocalDateTime start,
        List<Pause> pauses,
        @Nullable LocalDateTime openSince,
        int extension) {

    static final int MOST_EVENTS = 200;
    static final int LARGEST_AMOUNT = 3650;

    /** takes out what lies after {@code from} up to and with {@code to} */
    record Pause(LocalDateTime from, LocalDateTime to) {}

    boolean hasRestarted() {
        return !start.equals(origin);
    }

    static Timeline read(LocalDateTime startedAt, List<ClockEvent> events) {
        if (events.size() > MOST_EVENTS) {
            throw new InvalidInput("events", "事件最多 " + MOST_EVENTS + " 个，收到 " + events.size() + " 个。");
        }
        var reader = new Reader(startedAt);
        for (int i = 0; i < events.size(); i++) {
            reader.read(i, events.get(i));
        }
        return new Timeline(startedAt, reader.start, List.copyOf(reader.pauses), reader.openSince, reader.extension);
    }

    private static final class Reader {

        private LocalDateTime start;
        private LocalDateTime latest;
        private final List<Pause> pauses = new ArrayList<>();
        private @Nullable LocalDateTime openSince;
        private int extension;

        Reader(LocalDateTime startedAt) {
            start = startedAt;
            latest = startedAt;
        }

        void read(int index, ClockEvent event) {
            LocalDateTime at = event.at();
            if (at != null) {
                if (at.isBefore(latest)) {
                    String floor = latest.equals(start) ? "起算日" : "前一个事件的日期";
                    throw refused(index, event, "早于" + floor + " " + text(latest) + "；事件须按日期先后排列。");
                }
                latest = at;
            }
            switch (event.type()) {
                case SUSPENDED -> {
                    if (openSince != null) {
                        throw refused(index, event, "已于 " + text(openSince) + " 停钟，尚未恢复，不能重复停钟。");
                    }
                    openSince = dated(index, event, at);
                }
                case RESUMED -> {
                    if (openSince == null) {
                        throw refused(index, event, "此前没有停钟，不能恢复计时。");
                    }
                    pauses.add(new Pause(openSince, dated(index, event, at)));
                    openSince = null;
                }
                case RESTARTED -> {
                    start = dated(index, event, at);
                    pauses.clear();
                    openSince = null;
                    extension = 0;
                }
                case EXTENDED -> {
                    if (event.amount() < 1 || event.amount() > LARGEST_AMOUNT) {
                        throw refused(index, event, "延长的数量须在 1 至 " + LARGEST_AMOUNT + " 之间。");
                    }
                    extension += event.amount();
                }
            }
        }

        private static LocalDateTime dated(int index, ClockEvent event, @Nullable LocalDateTime at) {
            if (at == null) {
                throw refused(index, event, "缺少日期。");
            }
            return at;
        }

        private static InvalidInput refused(int index, ClockEvent event, String why) {
            String when = event.at() == null ? "" : "，" + text(event.at());
            return new InvalidInput(
                    "events[" + index + "]",
                    "第 " + (index + 1) + " 个事件 " + event.type() + "（"
                            + event.type().label() + when + "）：" + why);
        }

        private static String text(LocalDateTime at) {
            return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? at.toLocalDate().toString()
                    : at.toString();
        }
    }
}
