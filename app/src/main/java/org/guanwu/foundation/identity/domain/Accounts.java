package org.guanwu.foundation.identity.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guanwu.foundation.identity.AccountIntake.NewAccount;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.IdentityAct;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.Cursor;
import org.guanwu.foundation.shared.Page;
import org.guanwu.foundation.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 账号 as the system administrator keeps them: opened, closed, reopened, unlocked. Never granted anything. */
@Service
public class Accounts {

    private static final int PAGE = 100;

    private final AccountRepository accounts;
    private final AccountOpening opening;
    private final SignInFailures failures;
    private final SessionRegister sessions;
    private final ApiTokenRegister tokens;
    private final JdbcClient jdbc;
    private final IdentityActs acts;
    private final Clock clock;

    Accounts(
            AccountRepository accounts,
            AccountOpening opening,
            SignInFailures failures,
            SessionRegister sessions,
            ApiTokenRegister tokens,
            JdbcClient jdbc,
            IdentityActs acts,
            Clock clock) {
        this.accounts = accounts;
        this.opening = opening;
        this.failures = failures;
        this.sessions = sessions;
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.acts = acts;
        this.clock = clock;
    }

    public Account get(long accountId) {
        return accounts.get(accountId);
    }

    public record AccountRow(
            long id,
            String name,
            String displayName,
            boolean isActive,
            boolean isLocked,
            boolean hasSecondFactor,
            boolean mustChangePassword,
            String roles,
            @Nullable Instant lastSignedInAt) {}

    /** by name, keyset-paged; {@code text} occurs in the account name or the person's */
    public Page<AccountRow> list(String text, @Nullable String cursor) {
        String after = cursor == null || cursor.isEmpty()
                ? ""
                : Cursor.parse(cursor, 1).getFirst();
        var rows = new ArrayList<>(jdbc.sql("""
                        select a.*, exists (select 1 from identity.sign_in_failure f
                                  where f.subject = left('account:' || a.name, 120) and f.locked_until > :now) as is_locked,
                          (select string_agg(distinct r.name, '、') from identity.role_grant g
                             join identity.role r on r.code = g.role_code
                            where g.account_id = a.id and g.revoked_at is null
                              and cast(:today as date) between g.valid_from and coalesce(g.valid_until, 'infinity')) as roles
                          from identity.account a
                         where a.name > :after and (position(:text in a.name) > 0 or position(:text in a.display_name) > 0)
                         order by a.name limit :limit""")
                .param("now", Timestamp.from(clock.instant()))
                .param("today", ChinaTime.dateOf(clock.instant()))
                .param("after", after)
                .param("text", text.strip().replace("\0", ""))
                .param("limit", PAGE + 1)
                .query((row, n) -> new AccountRow(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("display_name"),
                        row.getString("state").equals("ACTIVE"),
                        row.getBoolean("is_locked"),
                        row.getTimestamp("totp_confirmed_at") != null,
                        row.getBoolean("must_change_password"),
                        row.getString("roles") == null ? "" : row.getString("roles"),
                        row.getTimestamp("last_signed_in_at") == null
                                ? null
                                : row.getTimestamp("last_signed_in_at").toInstant()))
                .list());
        String next = null;
        if (rows.size() > PAGE) {
            rows.removeLast();
            next = Cursor.of(rows.getLast().name());
        }
        return new Page<>(List.copyOf(rows), next, null);
    }

    /** @param password to hand over, this once; empty when the identity provider keeps it */
    public record Opened(long accountId, String password) {}

    @Transactional
    public Opened open(
            Actor actor, String name, String displayName, @Nullable Long personId, @Nullable String externalId) {
        requireSystemAdministrator(actor);
        String password = Digests.oneTimePassword();
        boolean isExternal = externalId != null;
        long id = opening.insert(
                new NewAccount(name, displayName, personId, isExternal ? null : password, !isExternal, externalId));
        acts.publish(IdentityAct.by(
                actor,
                "identity.account-opened",
                AccountRepository.normal(name),
                Map.of("person", personId == null ? "" : String.valueOf(personId))));
        return new Opened(id, isExternal ? "" : password);
    }

    /** 停用: sessions and tokens end at once. Pressing twice does nothing more. */
    @Transactional
    public void disable(Actor actor, long accountId, String reason) {
        requireSystemAdministrator(actor);
        if (actor.accountId() == accountId) {
            throw new Refusal("identity.own-account", "不能停用自己的账号。");
        }
        Account account = accounts.lock(accountId);
        if (!account.isActive()) {
            return;
        }
        accounts.changeState(accountId, false);
        tokens.revokeAll(accountId);
        sessions.endAll(account.name());
        acts.publish(IdentityAct.by(actor, "identity.account-disabled", account.name(), Map.of("reason", reason)));
    }

    @Transactional
    public void enable(Actor actor, long accountId) {
        requireSystemAdministrator(actor);
        Account account = accounts.lock(accountId);
        if (account.isActive()) {
            return;
        }
        accounts.changeState(accountId, true);
        acts.publish(IdentityAct.by(actor, "identity.account-enabled", account.name(), Map.of()));
    }

    @Transactional
    public void unlock(Actor actor, long accountId) {
        requireSystemAdministrator(actor);
        Account account = accounts.lock(accountId);
        failures.forget(account.name());
        acts.publish(IdentityAct.by(actor, "identity.account-unlocked", account.name(), Map.of()));
    }

    public boolean isLocked(Account account) {
        return failures.isLocked(account.name());
    }

    private static void requireSystemAdministrator(Actor actor) {
        if (!actor.may(Permission.ACCOUNT_EDIT)) {
            throw new Refusal("identity.not-permitted", "账号由系统管理员维护。");
        }
    }
}
