package org.guanwu.foundation.identity.domain;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.ApiTokens;
import org.guanwu.foundation.identity.IdentityAct;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 接口令牌. 256 random bits need no slow hash: the digest alone is stored. */
@Service
public class ApiTokenRegister implements ApiTokens {

    private static final String PREFIX = "gw_";
    private static final Duration LONGEST = Duration.ofDays(366);

    private final AccountRepository accounts;
    private final JdbcClient jdbc;
    private final IdentityActs acts;
    private final Clock clock;

    ApiTokenRegister(AccountRepository accounts, JdbcClient jdbc, IdentityActs acts, Clock clock) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.acts = acts;
        this.clock = clock;
    }

    public record ApiToken(
            long id,
            String label,
            String scopes,
            Instant issuedAt,
            Instant expiresAt,
            @Nullable LocalDate lastUsedOn) {}

    /** @param hasSecondFactor of the session in which the token was issued */
    public record TokenHolder(long accountId, String accountName, Set<String> scopes, boolean hasSecondFactor) {}

    @Override
    @Transactional
    public String issue(String accountName, Set<String> scopes, Duration validity) {
        Account account = accounts.findByName(accountName).orElseThrow(() -> new NotFound("account " + accountName));
        return issue(
                account,
                "命令行",
                scopes,
                validity,
                false,
                IdentityAct.bySystem(
                        "identity.token-issued",
                        account.name(),
                        Map.of("scopes", String.join(",", new TreeSet<>(scopes)))));
    }

    /** 本人签发. */
    @Transactional
    public String issueOwn(
            long accountId,
            String label,
            Set<String> scopes,
            Duration validity,
            boolean hasSecondFactor,
            String address) {
        // pressed twice: the second finds the name taken
        Account account = accounts.lock(accountId);
        if (list(accountId).stream().anyMatch(t -> t.label().equals(label.strip()))) {
            throw new InvalidInput("label", "已有用途为“" + label.strip() + "”的令牌，请先作废或换一个说法。");
        }
        return issueNamed(account, label, scopes, validity, hasSecondFactor, address);
    }

    /** By a program that signed in with a password; scripts ask again each day, under the same name. */
    @Transactional
    public String issueForProgram(
            long accountId,
            String label,
            Set<String> scopes,
            Duration validity,
            boolean hasSecondFactor,
            String address) {
        return issueNamed(accounts.get(accountId), label, scopes, validity, hasSecondFactor, address);
    }

    private String issueNamed(
            Account account,
            String label,
            Set<String> scopes,
            Duration validity,
            boolean hasSecondFactor,
            String address) {
        if (label.isBlank() || label.length() > 60) {
            throw new InvalidInput("label", "请写明用途，不超过 60 字。");
        }
        var act = new IdentityAct(
                account.actingPersonId(),
                account.displayName(),
                "identity.token-issued",
                account.name(),
                Map.of("label", label, "scopes", String.join(",", new TreeSet<>(scopes))),
                address);
        return issue(account, label.strip(), scopes, validity, hasSecondFactor, act);
    }

    private String issue(
            Account account,
            String label,
            Set<String> scopes,
            Duration validity,
            boolean hasSecondFactor,
            IdentityAct act) {
        check(scopes, validity);
        String token = PREFIX + HexFormat.of().formatHex(Digests.randomBytes(32));
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into identity.api_token (account_id, label, token_hash, scopes, is_second_factor,
                          issued_at, expires_at) values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        account.id(),
                        label,
                        Digests.sha256(token),
                        String.join(",", new TreeSet<>(scopes)),
                        hasSecondFactor,
                        Timestamp.from(now),
                        Timestamp.from(now.plus(validity)))
                .update();
        acts.publish(act);
        return token;
    }

    private static void check(Set<String> scopes, Duration validity) {
        if (scopes.isEmpty()) {
            throw new InvalidInput("scopes", "请至少选择一项权限。");
        }
        var known = Arrays.stream(Permission.values()).map(Enum::name).toList();
        if (!scopes.stream().allMatch(s -> s.equals(ALL_BUSINESS) || known.contains(s))) {
            throw new InvalidInput("scopes", "没有这样的权限。");
        }
        if (validity.isNegative() || validity.isZero() || validity.compareTo(LONGEST) > 0) {
            throw new InvalidInput("validity", "有效期为 1 天至 366 天。");
        }
    }

    /** Looked up by digest: the comparison is the index's, on a value that an attacker cannot steer. */
    @Transactional
    public Optional<TokenHolder> findHolder(String token) {
        if (!token.startsWith(PREFIX) || token.length() > 100) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        record Found(long id, TokenHolder holder) {}
        var found = jdbc.sql("""
                        select t.id, t.account_id, a.name, t.scopes, t.is_second_factor
                          from identity.api_token t join identity.account a on a.id = t.account_id
                         where t.token_hash = ? and t.revoked_at is null and t.expires_at > ? and a.state = 'ACTIVE'""")
                .params(Digests.sha256(token), Timestamp.from(now))
                .query((row, n) -> new Found(
                        row.getLong("id"),
                        new TokenHolder(
                                row.getLong("account_id"),
                                row.getString("name"),
                                Set.of(row.getString("scopes").split(",")),
                                row.getBoolean("is_second_factor"))))
                .optional();
        // a day is exact enough, and spares a write for every call
        found.ifPresent(f -> jdbc.sql("""
                        update identity.api_token set last_used_on = :today
                         where id = :id and last_used_on is distinct from :today""")
                .param("today", Date.valueOf(ChinaTime.dateOf(now)))
                .param("id", f.id())
                .update());
        return found.map(Found::holder);
    }

    public List<ApiToken> list(long accountId) {
        return jdbc.sql("""
                        select * from identity.api_token where account_id = ? and revoked_at is null and expires_at > ?
                         order by id desc""")
                .params(accountId, Timestamp.from(clock.instant()))
                .query((row, n) -> new ApiToken(
                        row.getLong("id"),
                        row.getString("label"),
                        row.getString("scopes"),
                        row.getTimestamp("issued_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant(),
                        row.getObject("last_used_on", LocalDate.class)))
                .list();
    }

    @Transactional
    public void revokeOwn(Actor actor, String accountName, long tokenId) {
        int changed = jdbc.sql("""
                        update identity.api_token set revoked_at = ?
                         where id = ? and account_id = ? and revoked_at is null""")
                .params(Timestamp.from(clock.instant()), tokenId, actor.accountId())
                .update();
        if (changed == 1) {
            acts.publish(IdentityAct.by(
                    actor, "identity.token-revoked", accountName, Map.of("token", String.valueOf(tokenId))));
        }
    }

    void revokeAll(long accountId) {
        jdbc.sql("update identity.api_token set revoked_at = ? where account_id = ? and revoked_at is null")
                .params(Timestamp.from(clock.instant()), accountId)
                .update();
    }
}
