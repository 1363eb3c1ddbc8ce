package org.guanwu.foundation.identity.domain;

import java.time.Instant;

/** What an authenticator app would show. */
public final class TestCodes {

    private TestCodes() {}

    public static String at(String base32, Instant instant) {
        return Totp.code(Base32.decode(base32), instant);
    }
}
