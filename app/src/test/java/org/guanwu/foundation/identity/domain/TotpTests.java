package org.guanwu.foundation.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    @DisplayName("RFC 6238 appendix B, SHA-1 with eight digits")
    void vectors(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.stepOf(Instant.ofEpochSecond(second)), 8))
                .isEqualTo(code);
    }

    @Test
    void acceptsOneStepEachWayAndNoMore() {
        Instant now = Instant.parse("2026-10-14T06:30:00Z");
        for (int steps = -3; steps <= 3; steps++) {
            String code = Totp.code(SECRET, now.plusSeconds(30L * steps));
            assertThat(Totp.verify(SECRET, code, now, 0).isPresent())
                    .as("%d steps away", steps)
                    .isEqualTo(Math.abs(steps) <= 1);
        }
    }

    @Test
    void aCodeIsGoodOnce() {
        Instant now = Instant.parse("2026-10-14T06:30:00Z");
        String code = Totp.code(SECRET, now);
        long step = Totp.verify(SECRET, code, now, 0).orElseThrow();

        assertThat(Totp.verify(SECRET, code, now.plusSeconds(5), step)).isEmpty();
        assertThat(Totp.verify(SECRET, Totp.code(SECRET, now.plusSeconds(30)), now.plusSeconds(30), step))
                .isPresent();
    }

    @Test
    void oddInputIsSimplyWrong() {
        for (String odd : new String[] {"", "1", "abcdef", "１２３４５６", "-12345", "\0", "999999999999"}) {
            assertThat(Totp.verify(SECRET, odd, Instant.EPOCH, -10)).isEmpty();
        }
    }

    @Test
    void base32ReadsWhatItWrites() {
        assertThat(Base32.encode("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
        long seed = 20261014;
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[random.nextInt(1, 40)];
            random.nextBytes(bytes);
            assertThat(Base32.decode(Base32.encode(bytes)))
                    .as("seed %d, round %d", seed, i)
                    .isEqualTo(bytes);
        }
    }
}
