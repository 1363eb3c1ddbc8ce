package org.guanwu.foundation.web;

import java.time.LocalDate;

/** What the foot of a page says about the working calendar; a bean of the calendar module. */
public interface CalendarNote {

    /** {@code 工作日}, {@code 休息日}, {@code 国庆节}, {@code 调休上班} */
    String kindOfDay(LocalDate date);

    /** which years are loaded and which is not yet published */
    String coverage();
}
