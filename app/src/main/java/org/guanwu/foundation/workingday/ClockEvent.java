package org.guanwu.foundation.workingday;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a running clock.
 *
 * @param at for all but hours only the date matters; null only for an extension without a date
 * @param amount of an extension, in the unit of the limit; 0 otherwise
 */
public record ClockEvent(Type type, @Nullable LocalDateTime at, int amount) {

    /** kinds of events, with the office's word */
    public enum Type {
        SUSPENDED("停钟"),
        RESUMED("恢复计时"),
        RESTARTED("重新计算"),
        EXTENDED("延长");

        private final String label;

        Type(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public static ClockEvent suspended(LocalDate on) {
        return new ClockEvent(Type.SUSPENDED, on.atStartOfDay(), 0);
    }

    public static ClockEvent resumed(LocalDate on) {
        return new ClockEvent(Type.RESUMED, on.atStartOfDay(), 0);
    }

    public static ClockEvent restarted(LocalDate on) {
        return new ClockEvent(Type.RESTARTED, on.atStartOfDay(), 0);
    }

    public static ClockEvent extended(int amount, @Nullable LocalDate on) {
        return new ClockEvent(Type.EXTENDED, on == null ? null : on.atStartOfDay(), amount);
    }
}
