package org.guanwu.foundation.routing.domain;

import org.guanwu.foundation.shared.Matter;
import org.jspecify.annotations.Nullable;

/** A route with what its matter is called and where it stands; what the log says is in {@code route}. */
record RouteRecord(
        long id,
        Matter matter,
        long unitId,
        String unitPath,
        String title,
        String matterLabel,
        String url,
        int urgency,
        @Nullable String authorityCode,
        byte @Nullable [] logHash,
        Route route) {

    RouteRecord after(Route now, byte @Nullable [] hash) {
        return new RouteRecord(
                id, matter, unitId, unitPath, title, matterLabel, url, urgency, authorityCode, hash, now);
    }
}
