package org.guanwu.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.guanwu.foundation.shared.ChinaTime;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The real time, except while the sample matters are made: then it stands at the moment of each of their steps. */
@Component
@Primary
@Profile("demo")
class TravellingClock extends Clock {

    private final ZoneId zone;
    private final AtomicReference<Duration> offset;

    TravellingClock() {
        this(ChinaTime.ZONE, new AtomicReference<>(Duration.ZERO));
    }

    private TravellingClock(ZoneId zone, AtomicReference<Duration> offset) {
        this.zone = zone;
        this.offset = offset;
    }

    void travelTo(Instant moment) {
        offset.set(Duration.between(Clock.systemUTC().instant(), moment));
    }

    void comeBack() {
        offset.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new TravellingClock(other, offset);
    }
}
