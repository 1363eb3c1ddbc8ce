package org.guanwu.foundation.worklist.domain;

import java.time.Clock;
import java.time.LocalDate;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.workingday.WorkingDays;
import org.guanwu.foundation.worklist.domain.StatusLight.Tone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Due dates as lights, in working days of the State Council calendar. */
@Component
public class StatusLights {

    private final WorkingDays workingDays;
    private final Clock clock;

    StatusLights(WorkingDays workingDays, Clock clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    public DueWindow.Days days() {
        LocalDate today = ChinaTime.dateOf(clock.instant());
        return new DueWindow.Days(today, workingDays.dueDate(today, DueWindow.SOON_WORKING_DAYS));
    }

    /** working days left; negative when overdue; null without a due date */
    public @Nullable Integer remaining(@Nullable LocalDate dueOn, LocalDate today) {
        return dueOn == null ? null : workingDays.between(today, dueOn);
    }

    public DueWindow window(@Nullable LocalDate dueOn, DueWindow.Days days) {
        return DueWindow.of(dueOn, days);
    }

    public StatusLight light(@Nullable LocalDate dueOn, DueWindow.Days days) {
        Integer remaining = remaining(dueOn, days.today());
        if (dueOn == null || remaining == null) {
            return new StatusLight(Tone.NONE, "不限时", "不限时");
        }
        String due = date(dueOn, days.today());
        return switch (DueWindow.of(dueOn, days)) {
            case NONE -> new StatusLight(Tone.NONE, "不限时", "不限时");
            case OVERDUE -> overdue(-remaining, due);
            case TODAY -> new StatusLight(Tone.WARN, "今天到期", "今天（" + due + "）到期");
            case SOON -> new StatusLight(Tone.WARN, left(remaining, ""), left(remaining, "个工作") + "，" + due + "到期");
            case LATER -> new StatusLight(Tone.OK, left(remaining, ""), left(remaining, "个工作") + "，" + due + "到期");
        };
    }

    /** the due day was a working day, but none has passed since: a weekend lies between */
    private static StatusLight overdue(int workingDays, String due) {
        return workingDays == 0
                ? new StatusLight(Tone.LATE, "已逾期", "已逾期，" + due + "到期")
                : new StatusLight(Tone.LATE, "逾期 " + workingDays + " 日", "逾期 " + workingDays + " 个工作日，" + due + "到期");
    }

    private static String left(int workingDays, String unit) {
        return "余 " + workingDays + " " + unit + "日";
    }

    private static String date(LocalDate date, LocalDate today) {
        String day = date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
        return date.getYear() == today.getYear() ? day : date.getYear() + "年" + day;
    }
}
