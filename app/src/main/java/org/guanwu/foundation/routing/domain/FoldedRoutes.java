package org.guanwu.foundation.routing.domain;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Routes folded lately, found again by the hash of their last link. The hash stands for the whole log, so an entry can
 * be unused but never stale, whatever was rolled back or written by another process.
 */
@Component
class FoldedRoutes {

    private static final int MOST = 500;

    private record Folded(byte[] hash, Route route) {}

    private final Map<Long, Folded> lately = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Folded> eldest) {
            return size() > MOST;
        }
    };

    Route get(long routeId, byte @Nullable [] hash, Supplier<Route> fold) {
        if (hash == null) {
            return fold.get();
        }
        synchronized (lately) {
            Folded known = lately.get(routeId);
            if (known != null && Arrays.equals(known.hash(), hash)) {
                return known.route();
            }
        }
        Route folded = fold.get();
        put(routeId, hash, folded);
        return folded;
    }

    void put(long routeId, byte[] hash, Route route) {
        synchronized (lately) {
            lately.put(routeId, new Folded(hash, route));
        }
    }
}
