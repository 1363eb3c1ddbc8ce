package org.guanwu.foundation.identity.domain;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords, RFC 6238 with HMAC-SHA-1, 30 seconds, 6 digits: what every authenticator app does. */
public final class Totp {

    static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    /** RFC 6238 section 5.2: one step of clock difference each way */
    private static final int TOLERANCE = 1;

    private Totp() {}

    static String code(byte[] secret, long step, int digits) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int binary = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
            String all = "%010d".formatted((long) binary);
            return all.substring(all.length() - digits);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA1 is part of every JDK", e);
        }
    }

    public static String code(byte[] secret, Instant at) {
        return code(secret, stepOf(at), DIGITS);
    }

    static long stepOf(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /**
     * @param lastStep the step of the last accepted code: a code is good once only (RFC 6238 section 5.2)
     * @return the step of the accepted code
     */
    static OptionalLong verify(byte[] secret, String code, Instant now, long lastStep) {
        long current = stepOf(now);
        OptionalLong accepted = OptionalLong.empty();
        // all candidates are compared, so that the time taken tells nothing
        for (long step = current - TOLERANCE; step <= current + TOLERANCE; step++) {
            boolean isEqual = Digests.areEqual(code(secret, step, DIGITS), code);
            if (isEqual && step > lastStep) {
                accepted = OptionalLong.of(step);
            }
        }
        return accepted;
    }
}
