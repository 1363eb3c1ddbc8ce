package org.guanwu.foundation.routing.domain;

import java.time.Instant;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.workingday.WorkingDays;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The day of arrival is day zero; a limit has passed when its last working day is over. */
@Component
class WorkingDayLimits implements TimeLimits {

    private final WorkingDays days;

    WorkingDayLimits(@Lazy WorkingDays days) {
        this.days = days;
    }

    @Override
    public Instant dueAt(Instant from, int workingDays) {
        return days.dueDate(ChinaTime.dateOf(from), workingDays)
                .plusDays(1)
                .atStartOfDay(ChinaTime.ZONE)
                .toInstant();
    }
}
