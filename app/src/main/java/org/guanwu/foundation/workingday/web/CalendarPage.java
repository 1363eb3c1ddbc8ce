package org.guanwu.foundation.workingday.web;

import java.util.List;
import org.guanwu.foundation.workingday.domain.CalendarChange;
import org.guanwu.foundation.workingday.domain.CalendarPreview;
import org.jspecify.annotations.Nullable;

/**
 * @param pending the newest open change of the year with what it would do
 * @param open all open changes, of any year
 */
public record CalendarPage(
        int year,
        int workingDays,
        boolean isPublished,
        int firstUnpublished,
        List<Integer> years,
        YearGrid grid,
        List<CalendarChange> sources,
        List<CalendarChange> open,
        @Nullable CalendarChange pending,
        @Nullable CalendarPreview preview) {

    public static final int MOVES_SHOWN = 8;
}
