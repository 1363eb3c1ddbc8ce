package org.guanwu.foundation.identity.domain;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Brings what was typed into one form before it is hashed: the same letters from another input method must give the
 * same hash, and half of a surrogate pair, which the hash function refuses, must be a wrong password and not a fault.
 *
 * <p>Each hash takes its megabytes for as long as it runs, and requests run on as many virtual threads as there are
 * callers; so only a few run at once, and the others wait.
 */
final class StorablePasswords implements PasswordEncoder {

    private final PasswordEncoder encoder;
    private final Semaphore running =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    StorablePasswords(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence raw) {
        if (raw == null) {
            return null;
        }
        running.acquireUninterruptibly();
        try {
            return encoder.encode(normal(raw));
        } finally {
            running.release();
        }
    }

    @Override
    public boolean matches(@Nullable CharSequence raw, @Nullable String encoded) {
        if (raw == null) {
            return false;
        }
        running.acquireUninterruptibly();
        try {
            return encoder.matches(normal(raw), encoded);
        } finally {
            running.release();
        }
    }

    @Override
    public boolean upgradeEncoding(@Nullable String encoded) {
        return encoder.upgradeEncoding(encoded);
    }

    private static String normal(CharSequence raw) {
        byte[] encodable = raw.toString().getBytes(StandardCharsets.UTF_8);
        return Normalizer.normalize(new String(encodable, StandardCharsets.UTF_8), Normalizer.Form.NFC);
    }
}
