package org.guanwu.foundation.identity.domain;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.IdentityAct;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 第二因素 (GB/T 22239-2019 8.1.4.1 d): enrolment, verification, recovery codes, reset by somebody else. */
@Service
public class SecondFactors {

    private static final int RECOVERY_CODES = 10;
    private static final int SECRET_BYTES = 20;

    private final AccountRepository accounts;
    private final JdbcClient jdbc;
    private final SecretSealing sealing;
    private final AccountReach reach;
    private final IdentityActs acts;
    private final Clock clock;

    SecondFactors(
            AccountRepository accounts,
            JdbcClient jdbc,
            SecretSealing sealing,
            AccountReach reach,
            IdentityActs acts,
            Clock clock) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.reach = reach;
        this.acts = acts;
        this.clock = clock;
    }

    /** @param secret base32, to be typed into an authenticator; {@code uri} is the same for apps on this device */
    public record Enrolment(String secret, String uri) {

        /** in groups of four, to be typed from the screen */
        public String grouped() {
            return secret.replaceAll("(.{4})(?=.)", "$1 ");
        }
    }

    /** 三员 must have one; anybody else may. */
    public boolean isRequired(long accountId) {
        return jdbc.sql("""
                        select 1 from identity.role_grant where account_id = ? and revoked_at is null
                          and role_group = 'ADMINISTRATION' limit 1""").param(accountId).query(Integer.class).optional().isPresent();
    }

    /** The same secret until it is confirmed, so that reloading the page does not spoil what was just typed in. */
    @Transactional
    public Enrolment propose(long accountId) {
        Account account = accounts.lock(accountId);
        if (account.hasSecondFactor()) {
            throw new Refusal("identity.second-factor-present", "这个账号已经绑定动态口令；换绑须先由安全管理员重置。");
        }
        byte[] secret;
        if (account.totpSecret() == null) {
            secret = Digests.randomBytes(SECRET_BYTES);
            jdbc.sql("update identity.account set totp_secret = ?, version = version + 1 where id = ?")
                    .params(sealing.seal(secret), accountId)
                    .update();
        } else {
            secret = sealing.open(account.totpSecret());
        }
        String base32 = Base32.encode(secret);
        String label = URLEncoder.encode("关务:" + account.name(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return new Enrolment(
                base32,
                "otpauth://totp/" + label + "?secret=" + base32 + "&issuer="
                        + URLEncoder.encode("关务", StandardCharsets.UTF_8));
    }

    /** @return recovery codes, shown this once; empty when the code was wrong */
    @Transactional
    public Optional<List<String>> confirm(long accountId, String code, String address) {
        Account account = accounts.lock(accountId);
        if (account.hasSecondFactor() || account.totpSecret() == null) {
            return Optional.empty();
        }
        var step = Totp.verify(sealing.open(account.totpSecret()), digits(code), clock.instant(), 0);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        jdbc.sql("""
                        update identity.account set totp_confirmed_at = ?, totp_last_step = ?, version = version + 1
                         where id = ?""")
                .params(Timestamp.from(clock.instant()), step.getAsLong(), accountId)
                .update();
        var codes = Stream.generate(() -> Digests.readable(10).toLowerCase(Locale.ROOT))
                .distinct()
                .limit(RECOVERY_CODES)
                .toList();
        jdbc.sql("delete from identity.recovery_code where account_id = ?")
                .param(accountId)
                .update();
        for (String recovery : codes) {
            jdbc.sql("insert into identity.recovery_code (account_id, code_hash) values (?, ?)")
                    .params(accountId, recoveryHash(accountId, recovery))
                    .update();
        }
        acts.publish(new IdentityAct(
                account.actingPersonId(),
                account.displayName(),
                "identity.second-factor-enrolled",
                account.name(),
                Map.of(),
                address));
        return Optional.of(codes);
    }

    @Transactional
    public boolean verify(long accountId, String code) {
        Account account = accounts.lock(accountId);
        if (!account.hasSecondFactor() || account.totpSecret() == null) {
            return false;
        }
        var step =
                Totp.verify(sealing.open(account.totpSecret()), digits(code), clock.instant(), account.totpLastStep());
        if (step.isPresent()) {
            jdbc.sql("update identity.account set totp_last_step = ? where id = ?")
                    .params(step.getAsLong(), accountId)
                    .update();
            return true;
        }
        return jdbc.sql("""
                        update identity.recovery_code set used_at = ?
                         where account_id = ? and code_hash = ? and used_at is null""")
                        .params(Timestamp.from(clock.instant()), accountId, recoveryHash(accountId, digits(code)))
                        .update()
                == 1;
    }

    public long countRecoveryCodes(long accountId) {
        return jdbc.sql("select count(*) from identity.recovery_code where account_id = ? and used_at is null")
                .param(accountId)
                .query(Long.class)
                .single();
    }

    /**
     * By the security administrator, never for himself. The system administrator can reset a password but not this, so
     * that neither of the two can take over an administrator's account alone.
     */
    @Transactional
    public void reset(Actor actor, long accountId, String reason) {
        Account account = accounts.lock(accountId);
        reach.require(actor, Permission.SECURITY_POLICY_EDIT, account, "第二因素由安全管理员重置。");
        if (actor.accountId() == accountId) {
            throw new Refusal("identity.own-second-factor", "不能重置自己的第二因素，请由另一名安全管理员办理。");
        }
        jdbc.sql("""
                        update identity.account set totp_secret = null, totp_confirmed_at = null, totp_last_step = 0,
                          version = version + 1 where id = ?""").param(accountId).update();
        jdbc.sql("delete from identity.recovery_code where account_id = ?")
                .param(accountId)
                .update();
        acts.publish(IdentityAct.by(actor, "identity.second-factor-reset", account.name(), Map.of("reason", reason)));
    }

    private static String digits(String code) {
        return code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }

    private static String recoveryHash(long accountId, String code) {
        return Digests.sha256(accountId + ":" + code);
    }
}
