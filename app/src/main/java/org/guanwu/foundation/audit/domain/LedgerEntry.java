package org.guanwu.foundation.audit.domain;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import org.guanwu.foundation.audit.Sm3;
import org.jspecify.annotations.Nullable;

/**
 * One link of the chain. {@code docs/ledger-format.md} is the contract with outsiders: whoever changes {@link
 * #canonical()} must raise {@link #FORMAT} and keep reading the old one.
 *
 * @param at when the act's transaction was about to commit, in microseconds
 * @param previousHash hash of the entry before; {@link #GENESIS} for the first
 */
public record LedgerEntry(long seq, Instant at, RecordedAct act, String previousHash, String hash) {

    public static final String FORMAT = "guanwu-ledger/1";
    public static final String GENESIS = "0".repeat(64);

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    static LedgerEntry following(long previousSeq, String previousHash, Instant at, RecordedAct act, Sm3 sm3) {
        var unsealed = new LedgerEntry(previousSeq + 1, at, act, previousHash, "");
        return new LedgerEntry(unsealed.seq, at, act, previousHash, unsealed.computedHash(sm3));
    }

    /** what {@link #hash} must be */
    public String computedHash(Sm3 sm3) {
        return HexFormat.of().formatHex(sm3.digest(canonical()));
    }

    public static String time(Instant at) {
        return MICROSECONDS.format(at);
    }

    /** every field as a netstring ({@code length:bytes,}), absent ones as {@code -,}, in a fixed order */
    byte[] canonical() {
        var out = new ByteArrayOutputStream(512);
        field(out, FORMAT);
        field(out, Long.toString(seq));
        field(out, time(at));
        field(out, act.actorId());
        field(out, act.actorName());
        field(out, act.principalId());
        field(out, act.unitId());
        field(out, act.unitName());
        field(out, act.act());
        field(out, act.object().type());
        field(out, Long.toString(act.object().id()));
        field(out, act.beforeDigest());
        field(out, act.afterDigest());
        field(out, act.address());
        field(out, Integer.toString(act.details().size()));
        act.details().entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey, LedgerEntry::compareBytes))
                .forEach(e -> {
                    field(out, e.getKey());
                    field(out, e.getValue());
                });
        field(out, previousHash);
        return out.toByteArray();
    }

    /** in the order of their UTF-8 bytes, which is not the order of Java strings beyond the basic plane */
    private static int compareBytes(String a, String b) {
        return Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    private static void field(ByteArrayOutputStream out, @Nullable Object value) {
        if (value == null) {
            out.writeBytes(new byte[] {'-', ','});
            return;
        }
        byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
        out.writeBytes((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(bytes);
        out.write(',');
    }
}
