package org.guanwu.foundation.workingday;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** The State Council calendar: what a working day is, with the notice that says so. */
public interface WorkingDays {

    boolean isWorkingDay(LocalDate date);

    /** false: the date lies in a year without a published calendar; weekends alone are assumed */
    boolean isPublished(LocalDate date);

    /** working days d with {@code from < d <= to}; negative when {@code to} is before {@code from} */
    int between(LocalDate from, LocalDate to);

    /** {@code from} is day zero; the day on which the count reaches {@code workingDays} */
    LocalDate dueDate(LocalDate from, int workingDays);

    /**
     * The whole calculus, for an explanation: the same that the legal clocks use.
     *
     * @throws org.guanwu.foundation.shared.InvalidInput naming the event ({@code events[1]}) or field that cannot be
     */
    ClockReckoning reckon(int amount, LimitUnit unit, LocalDateTime startedAt, List<ClockEvent> events);

    /** limits that a reader may pick from, in the versions in force on the date */
    List<NamedLimit> listLimits(LocalDate on);

    /** @param isStatutory false: an office's own limit */
    record NamedLimit(
            String code, String name, String wing, int amount, LimitUnit unit, String article, boolean isStatutory) {}
}
