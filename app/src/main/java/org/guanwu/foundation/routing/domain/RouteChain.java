package org.guanwu.foundation.routing.domain;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.guanwu.foundation.audit.Sm3;
import org.jspecify.annotations.Nullable;

/**
 * Links of a route's log: SM3 over the hash before and every column of the entry, in this order, separated by U+001F,
 * each absent value empty. Times are ISO instants in UTC.
 */
final class RouteChain {

    private static final char SEPARATOR = '\u001f';

    private final Sm3 sm3;

    RouteChain(Sm3 sm3) {
        this.sm3 = sm3;
    }

    byte[] hash(byte @Nullable [] previous, long routeId, LogEntry entry, String body) {
        var text = new StringBuilder(body.length() + 200);
        text.append(previous == null ? "" : HexFormat.of().formatHex(previous)).append(SEPARATOR);
        text.append(routeId).append(SEPARATOR);
        text.append(entry.seq()).append(SEPARATOR);
        text.append(entry.at()).append(SEPARATOR);
        text.append(entry.actor() == null ? "" : entry.actor()).append(SEPARATOR);
        text.append(entry.principal() == null ? "" : entry.principal()).append(SEPARATOR);
        text.append(entry.commandId()).append(SEPARATOR);
        text.append(EventCodec.type(entry.event())).append(SEPARATOR);
        text.append(body);
        return sm3.digest(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
