package org.guanwu.foundation.identity.domain;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Brings what was typed into one form before it is hashed: the same letters from another input method must give the
 * same hash, and half of a surrogate pair, which the hash function refuses, must be a wrong password and not a fault.
 */
final class StorablePasswords implements PasswordEncoder {

    private final PasswordEncoder encoder;

    StorablePasswords(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence raw) {
        return raw == null ? null : encoder.encode(normal(raw));
    }

    @Override
    public boolean matches(@Nullable CharSequence raw, @Nullable String encoded) {
        return raw != null && encoder.matches(normal(raw), encoded);
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
