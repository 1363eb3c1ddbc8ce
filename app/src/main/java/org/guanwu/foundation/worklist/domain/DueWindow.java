package org.guanwu.foundation.worklist.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 期限分组 of the inbox; each is one range of the sort order, so that a group and a filter are the same thing. */
public enum DueWindow {
    OVERDUE("overdue", "已逾期"),
    TODAY("today", "今天到期"),
    SOON("soon", "3 个工作日内"),
    LATER("later", "更晚到期"),
    NONE("none", "不限时、暂停计时");

    /** 将到期 starts this many working days ahead; the light turns amber with it */
    static final int SOON_WORKING_DAYS = 3;

    static final LocalDate NO_DUE_DATE = LocalDate.of(9999, 12, 31);

    private final String code;
    private final String label;

    DueWindow(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    static DueWindow of(@Nullable LocalDate dueOn, Days days) {
        if (dueOn == null || dueOn.equals(NO_DUE_DATE)) {
            return NONE;
        }
        if (dueOn.isBefore(days.today())) {
            return OVERDUE;
        }
        if (dueOn.equals(days.today())) {
            return TODAY;
        }
        return dueOn.isAfter(days.soonUntil()) ? LATER : SOON;
    }

    LocalDate first(Days days) {
        return switch (this) {
            case OVERDUE -> LocalDate.of(1, 1, 1);
            case TODAY -> days.today();
            case SOON -> days.today().plusDays(1);
            case LATER -> days.soonUntil().plusDays(1);
            case NONE -> NO_DUE_DATE;
        };
    }

    LocalDate last(Days days) {
        return switch (this) {
            case OVERDUE -> days.today().minusDays(1);
            case TODAY -> days.today();
            case SOON -> days.soonUntil();
            case LATER -> NO_DUE_DATE.minusDays(1);
            case NONE -> NO_DUE_DATE;
        };
    }

    /**
     * What today is, asked once for a whole page.
     *
     * @param soonUntil last day of the window SOON
     */
    public record Days(LocalDate today, LocalDate soonUntil) {}
}
