package org.guanwu.foundation.identity.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 登录失败处理 (GB/T 22239-2019 8.1.4.1 b). Counted by the name that was typed, whether it exists or not: an unknown name
 * locks exactly as a known one, so the answer gives nothing away. Counted in the database, so that the next node does
 * not start from zero.
 */
@Component
class SignInFailures {

    private static final int MAX_SUBJECT = 120;

    private final JdbcClient jdbc;
    private final IdentitySettings settings;
    private final Clock clock;

    SignInFailures(JdbcClient jdbc, IdentitySettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    boolean isLocked(String accountName) {
        return isLockedSubject(ofAccount(accountName));
    }

    boolean mustWait(String address) {
        return isLockedSubject(ofAddress(address));
    }

    private boolean isLockedSubject(String subject) {
        return jdbc.sql("select 1 from identity.sign_in_failure where subject = ? and locked_until > ?")
                .params(subject, Timestamp.from(clock.instant()))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * In a transaction of its own: the failure counts even if the caller's work is rolled back.
     *
     * @return true when this failure is the one that locks the account name
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean count(String accountName, String address) {
        if (!address.isEmpty()) {
            count(ofAddress(address), settings.addressLimit());
        }
        return count(ofAccount(accountName), settings.lockAfter());
    }

    private boolean count(String subject, int limit) {
        Instant now = clock.instant();
        Duration window = settings.lockFor();
        return jdbc.sql("""
                        insert into identity.sign_in_failure as f (subject, failures, last_failed_at, locked_until)
                        values (:subject, 1, :now, case when :limit <= 1 then cast(:until as timestamptz) end)
                        on conflict (subject) do update set
                          failures = case when f.last_failed_at < :windowStart then 1 else f.failures + 1 end,
                          last_failed_at = :now,
                          locked_until = case
                            when f.last_failed_at >= :windowStart and f.failures + 1 >= :limit then cast(:until as timestamptz)
                            else f.locked_until end
                        returning failures""")
                        .param("subject", subject)
                        .param("limit", limit)
                        .param("now", Timestamp.from(now))
                        .param("windowStart", Timestamp.from(now.minus(window)))
                        .param("until", Timestamp.from(now.plus(window)))
                        .query(Integer.class)
                        .single()
                == limit;
    }

    void forget(String accountName) {
        jdbc.sql("delete from identity.sign_in_failure where subject = ?")
                .param(ofAccount(accountName))
                .update();
    }

    /** names that attackers invent must not stay for ever */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void sweep() {
        jdbc.sql("delete from identity.sign_in_failure where last_failed_at < ?")
                .param(Timestamp.from(clock.instant().minus(Duration.ofDays(1)).minus(settings.lockFor())))
                .update();
    }

    private static String ofAccount(String name) {
        return cut("account:" + AccountRepository.normal(name));
    }

    private static String ofAddress(String address) {
        return cut("address:" + address);
    }

    private static String cut(String subject) {
        return subject.length() <= MAX_SUBJECT ? subject : subject.substring(0, MAX_SUBJECT);
    }
}
