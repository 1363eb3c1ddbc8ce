package org.guanwu.foundation.identity.domain;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * GB/T 22239-2019 8.1.4.1 asks for complexity, periodic change, limited attempts and a time-out without numbers; these
 * are the usual ones.
 *
 * @param lockAfter failures in a row, by account name
 * @param addressLimit failures from one network address within {@code lockFor} before it has to wait
 * @param idleTimeout of a session; {@code administratorIdleTimeout} for the three administrators
 * @param sessionLifetime end of a session however busy it is
 * @param stepTimeout how long one may take between password, second factor and forced change
 * @param hsts tell browsers to use only TLS; switch on once the proxy in front speaks it
 * @param secretKey 32 bytes in base64 to encrypt second-factor secrets with; empty: a key file in the data directory
 */
@ConfigurationProperties("guanwu.identity")
public record IdentitySettings(
        @DefaultValue PasswordRules password,
        @DefaultValue("5") int lockAfter,
        @DefaultValue("15m") Duration lockFor,
        @DefaultValue("30") int addressLimit,
        @DefaultValue("30m") Duration idleTimeout,
        @DefaultValue("15m") Duration administratorIdleTimeout,
        @DefaultValue("12h") Duration sessionLifetime,
        @DefaultValue("10m") Duration stepTimeout,
        @DefaultValue("false") boolean hsts,
        @DefaultValue("") String secretKey) {

    /**
     * @param classes how many of upper case, lower case, digit and symbol must occur
     * @param remembered how many former passwords may not come again
     * @param maxAge after which a new one is asked for at sign-in; zero: never
     * @param memoryKib Argon2id cost; lower it only for tests
     */
    public record PasswordRules(
            @DefaultValue("10") int minLength,
            @DefaultValue("3") int classes,
            @DefaultValue("5") int remembered,
            @DefaultValue("90d") Duration maxAge,
            @DefaultValue("19456") int memoryKib,
            @DefaultValue("2") int iterations) {}
}
