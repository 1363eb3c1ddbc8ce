package org.guanwu.foundation.audit.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.guanwu.foundation.shared.Matter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry as one line of an export. Reading is strict: a field that the hash does not cover, or one that stands twice,
 * would let an edited line look verified.
 */
final class LedgerLine {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LedgerLine() {}

    /** an export always begins with entry 1, so nothing can be left out at the front */
    record Header(String format, String exportedAt) {}

    record Trailer(long entries, long headSeq, String headHash, String digest) {}

    private record Line(
            long seq,
            String at,
            @Nullable Long actorId,
            String actorName,
            @Nullable Long principalId,
            @Nullable Long unitId,
            String unitName,
            String act,
            String objectType,
            long objectId,
            @Nullable String beforeDigest,
            @Nullable String afterDigest,
            String address,
            Map<String, String> details,
            String previousHash,
            String hash) {}

    static String write(LedgerEntry entry) {
        RecordedAct act = entry.act();
        return JSON.writeValueAsString(new Line(
                entry.seq(),
                LedgerEntry.time(entry.at()),
                act.actorId(),
                act.actorName(),
                act.principalId(),
                act.unitId(),
                act.unitName(),
                act.act(),
                act.object().type(),
                act.object().id(),
                act.beforeDigest(),
                act.afterDigest(),
                act.address(),
                act.details(),
                entry.previousHash(),
                entry.hash()));
    }

    /** @throws UnreadableLine */
    static LedgerEntry read(String json) {
        Line line = read(json, Line.class);
        try {
            var act = new RecordedAct(
                    line.actorId,
                    line.actorName,
                    line.principalId,
                    line.unitId,
                    line.unitName,
                    line.act,
                    new Matter(line.objectType, line.objectId),
                    line.beforeDigest,
                    line.afterDigest,
                    line.address,
                    line.details);
            return new LedgerEntry(line.seq, Instant.parse(line.at), act, line.previousHash, line.hash);
        } catch (DateTimeException | NullPointerException incomplete) {
            throw new UnreadableLine(incomplete);
        }
    }

    static String write(Record headerOrTrailer) {
        return JSON.writeValueAsString(headerOrTrailer);
    }

    /** @throws UnreadableLine */
    static <T extends Record> T read(String json, Class<T> type) {
        try {
            T value = JSON.readValue(json, type);
            if (value == null) {
                throw new UnreadableLine(null);
            }
            return value;
        } catch (JacksonException malformed) {
            throw new UnreadableLine(malformed);
        }
    }

    static final class UnreadableLine extends RuntimeException {

        UnreadableLine(@Nullable Throwable cause) {
            super(cause);
        }
    }
}
