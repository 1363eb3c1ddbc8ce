package org.guanwu.foundation.identity.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Digests of high-entropy secrets (tokens, recovery codes), random texts, comparison in constant time. */
final class Digests {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** no 0 O 1 l I: they are read aloud and typed from paper */
    private static final String READABLE = "23456789abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";

    private Digests() {}

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    static boolean areEqual(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static String readable(int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return text.toString();
    }

    /** satisfies every sensible policy: the fixed tail adds the classes that chance may have left out */
    static String oneTimePassword() {
        return readable(14) + "-7Gw";
    }
}
