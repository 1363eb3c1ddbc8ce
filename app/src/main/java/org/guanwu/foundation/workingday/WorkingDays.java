package org.guanwu.foundation.workingday;

import java.time.LocalDate;

/** The State Council calendar: what a working day is, with the notice that says so. */
public interface WorkingDays {

    boolean isWorkingDay(LocalDate date);

    /** false: the date lies in a year without a published calendar; weekends alone are assumed */
    boolean isPublished(LocalDate date);

    /** working days d with {@code from < d <= to}; negative when {@code to} is before {@code from} */
    int between(LocalDate from, LocalDate to);

    /** {@code from} is day zero; the day on which the count reaches {@code workingDays} */
    LocalDate dueDate(LocalDate from, int workingDays);
}
