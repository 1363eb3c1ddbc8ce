package org.guanwu.foundation.workingday.web;

import java.util.List;
import org.guanwu.foundation.workingday.domain.CalendarChange;
import org.guanwu.foundation.workingday.domain.CalendarDraft;
import org.guanwu.foundation.workingday.domain.CalendarPreview;
import org.jspecify.annotations.Nullable;

/** @param preview null once the change is no longer open */
public record ChangePage(
        CalendarChange change,
        List<CalendarDraft.Day> days,
        YearGrid grid,
        @Nullable CalendarPreview preview,
        String commandId,
        boolean canEdit,
        boolean canDiscard,
        boolean canApprove,
        boolean canRollBack) {

    public static final int MOVES_SHOWN = 300;
}
