package org.guanwu.foundation.routing;

import java.time.Instant;
import java.util.Set;
import org.guanwu.foundation.shared.Matter;

/**
 * 知悉: these people have received a task or a reading of the matter, also by transfer, added signature, dispatch,
 * delegation or circulation. Business modules let them, and keep on letting them, see the matter. Hands and names both;
 * somebody who had one before may be named again. Published inside the transaction of the act.
 */
public record RoutePeopleJoined(long routeId, Matter matter, Set<Long> personIds, Instant at) {
    public RoutePeopleJoined {
        personIds = Set.copyOf(personIds);
    }
}
