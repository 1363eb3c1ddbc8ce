package org.guanwu.foundation.routing.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.guanwu.foundation.numbering.Numbering;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.Matter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads what a decision needs from outside, after the route is locked; the number is taken last, and only if needed. */
@Component
class Surroundings {

    private final Organization organization;
    private final RouteAuthority authority;
    private final RoutedMatters matters;
    private final TimeLimits limits;
    private final Numbering numbering;
    private final Clock clock;

    Surroundings(
            @Lazy Organization organization,
            RouteAuthority authority,
            RoutedMatters matters,
            TimeLimits limits,
            Numbering numbering,
            Clock clock) {
        this.organization = organization;
        this.authority = authority;
        this.matters = matters;
        this.limits = limits;
        this.numbering = numbering;
        this.clock = clock;
    }

    /** PostgreSQL keeps microseconds: a time that is written must be the one that was decided with */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    Circumstances of(RouteRecord record, UUID commandId) {
        Instant now = now();
        // a clock that was set back must not break the order of the log
        Instant at = now.isBefore(record.route().at()) ? record.route().at() : now;
        return of(record.matter(), record.unitPath(), record.authorityCode(), commandId, at);
    }

    Circumstances of(Matter matter, String unitPath, @Nullable String authorityCode, UUID commandId, Instant now) {
        return new Circumstances(
                commandId,
                now,
                new Attendance(organization.staffing(), matter.type(), () -> authority.administrators(unitPath)),
                limits,
                () -> authorityCode == null
                        ? null
                        : numbering.assign(authorityCode, ChinaTime.dateOf(now).getYear(), matter),
                matters.contentDigest(matter));
    }
}
