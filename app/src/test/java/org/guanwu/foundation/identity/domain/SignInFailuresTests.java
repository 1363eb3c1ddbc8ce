package org.guanwu.foundation.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.shared.ChinaTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@GuanwuTest
@DisplayName("GB/T 22239—2019 8.1.4.1 b：登录失败处理")
class SignInFailuresTests {

    private final JdbcClient jdbc;
    private final TickingClock clock = new TickingClock();
    private final String name = "l" + UUID.randomUUID();
    private final String address = "10." + UUID.randomUUID();
    private SignInFailures failures;

    SignInFailuresTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @BeforeEach
    void withALimitOfThreeNamesAndFourAddresses() {
        var rules = new IdentitySettings.PasswordRules(10, 3, 5, Duration.ZERO, 256, 1);
        failures = new SignInFailures(
                jdbc,
                new IdentitySettings(
                        rules,
                        3,
                        Duration.ofMinutes(15),
                        4,
                        Duration.ofMinutes(30),
                        Duration.ofMinutes(15),
                        Duration.ofHours(12),
                        Duration.ofMinutes(10),
                        false,
                        ""),
                clock);
    }

    @Test
    void locksAtTheLimitAndOpensWhenTheTimeIsOver() {
        assertThat(failures.count(name, "")).isFalse();
        assertThat(failures.count(name, "")).isFalse();
        assertThat(failures.isLocked(name)).isFalse();
        assertThat(failures.count(name, "")).as("the one that locks").isTrue();
        assertThat(failures.isLocked(name)).isTrue();

        clock.pass(Duration.ofMinutes(14));
        assertThat(failures.isLocked(name)).isTrue();
        clock.pass(Duration.ofMinutes(2));
        assertThat(failures.isLocked(name)).isFalse();
        assertThat(failures.count(name, "")).as("and counts from one again").isFalse();
    }

    @Test
    void failuresFarApartDoNotAddUp() {
        for (int i = 0; i < 6; i++) {
            assertThat(failures.count(name, "")).isFalse();
            clock.pass(Duration.ofMinutes(16));
        }
        assertThat(failures.isLocked(name)).isFalse();
    }

    @Test
    void successForgetsThem() {
        failures.count(name, "");
        failures.count(name, "");
        failures.forget(name);
        assertThat(failures.count(name, "")).isFalse();
    }

    @Test
    void theNameCountsHoweverItIsWritten() {
        failures.count(name.toUpperCase(java.util.Locale.ROOT), "");
        failures.count("  " + name, "");
        failures.count(name + "\0", "");
        assertThat(failures.isLocked(name)).isTrue();
    }

    @Test
    void anAddressThatTriesManyNamesHasToWait() {
        for (int i = 0; i < 4; i++) {
            assertThat(failures.mustWait(address)).isFalse();
            failures.count(name + i, address);
        }
        assertThat(failures.mustWait(address)).isTrue();
        assertThat(failures.isLocked(name + 0)).isFalse();
        clock.pass(Duration.ofMinutes(16));
        assertThat(failures.mustWait(address)).isFalse();
    }

    private static final class TickingClock extends Clock {

        private Instant now = Instant.parse("2026-10-14T06:30:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ChinaTime.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
