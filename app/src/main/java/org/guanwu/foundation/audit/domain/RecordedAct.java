package org.guanwu.foundation.audit.domain;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Sm3;
import org.guanwu.foundation.shared.Matter;
import org.jspecify.annotations.Nullable;

/** An act as the ledger keeps it: digests instead of texts, and only characters that the database can hold. */
public record RecordedAct(
        @Nullable Long actorId,
        String actorName,
        @Nullable Long principalId,
        @Nullable Long unitId,
        String unitName,
        String act,
        Matter object,
        @Nullable String beforeDigest,
        @Nullable String afterDigest,
        String address,
        Map<String, String> details) {

    private static final int LONGEST_DETAIL = 2000;

    public RecordedAct {
        details = Collections.unmodifiableMap(new TreeMap<>(details));
    }

    static RecordedAct of(Act act, Sm3 sm3) {
        var details = new TreeMap<String, String>();
        act.details().forEach((key, value) -> details.put(clean(key), clean(shortened(value))));
        return new RecordedAct(
                act.actorId(),
                clean(act.actorName()),
                act.principalId(),
                act.unitId(),
                clean(act.unitName()),
                clean(act.act()),
                new Matter(clean(act.object().type()), act.object().id()),
                digest(act.before(), sm3),
                digest(act.after(), sm3),
                clean(act.address()),
                details);
    }

    private static @Nullable String digest(@Nullable String text, Sm3 sm3) {
        return text == null ? null : sm3.hex(text);
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_DETAIL
                ? value
                : value.substring(0, LONGEST_DETAIL) + "…（共" + value.length() + "字）";
    }

    /** NUL and lone surrogates cannot be stored, and what is hashed must be exactly what is stored. */
    private static String clean(String text) {
        int[] points = text.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? 0xFFFD : c)
                .toArray();
        return new String(points, 0, points.length);
    }
}
