package org.guanwu.foundation.search.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What units are called in the facet, as their latest entries spell them; asked again after five minutes. */
@Component
class UnitNames {

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final EntryRepository entries;
    private final Clock clock;
    private final Map<Long, Known> known = new ConcurrentHashMap<>();

    private record Known(String name, Instant until) {}

    UnitNames(EntryRepository entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    Map<Long, String> of(Collection<Long> unitIds) {
        Instant now = clock.instant();
        var names = new HashMap<Long, String>();
        for (long unitId : unitIds) {
            Known last = known.get(unitId);
            if (last == null || last.until().isBefore(now)) {
                last = new Known(entries.findUnitName(unitId).orElse(String.valueOf(unitId)), now.plus(KEPT));
                known.put(unitId, last);
            }
            names.put(unitId, last.name());
        }
        return names;
    }
}
