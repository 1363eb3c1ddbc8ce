package org.guanwu.foundation.identity.domain;

import java.util.Map;
import org.guanwu.foundation.identity.AccountIntake.NewAccount;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.IdentityAct;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 账号 as the system administrator keeps them: opened, closed, reopened, unlocked. Never granted anything. */
@Service
public class Accounts {

    private static final String SYSTEM_ADMINISTRATOR = "账号由系统管理员维护。";

    private final AccountRepository accounts;
    private final AccountOpening opening;
    private final SignInFailures failures;
    private final SessionRegister sessions;
    private final ApiTokenRegister tokens;
    private final IdentityActs acts;
    private final AccountReach reach;

    Accounts(
            AccountRepository accounts,
            AccountOpening opening,
            SignInFailures failures,
            SessionRegister sessions,
            ApiTokenRegister tokens,
            IdentityActs acts,
            AccountReach reach) {
        this.accounts = accounts;
        this.opening = opening;
        this.failures = failures;
        this.sessions = sessions;
        this.tokens = tokens;
        this.acts = acts;
        this.reach = reach;
    }

    public Account get(long accountId) {
        return accounts.get(accountId);
    }

    /** @throws org.guanwu.foundation.shared.NotFound when it lies outside the administrator's subtree */
    public Account getFor(Actor actor, long accountId) {
        Account account = accounts.get(accountId);
        if (!reach.covers(actor, Permission.ACCOUNT_EDIT, account.personId())
                && !reach.covers(actor, Permission.ROLE_GRANT, account.personId())) {
            throw new NotFound("account " + accountId);
        }
        return account;
    }

    /** @param password to hand over, this once; empty when the identity provider keeps it */
    public record Opened(long accountId, String password) {}

    @Transactional
    public Opened open(
            Actor actor, String name, String displayName, @Nullable Long personId, @Nullable String externalId) {
        if (!reach.covers(actor, Permission.ACCOUNT_EDIT, personId)) {
            throw new Refusal("identity.not-permitted", SYSTEM_ADMINISTRATOR);
        }
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
        Account account = accounts.lock(accountId);
        reach.require(actor, Permission.ACCOUNT_EDIT, account, SYSTEM_ADMINISTRATOR);
        if (actor.accountId() == accountId) {
            throw new Refusal("identity.own-account", "不能停用自己的账号。");
        }
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
        Account account = accounts.lock(accountId);
        reach.require(actor, Permission.ACCOUNT_EDIT, account, SYSTEM_ADMINISTRATOR);
        if (account.isActive()) {
            return;
        }
        accounts.changeState(accountId, true);
        acts.publish(IdentityAct.by(actor, "identity.account-enabled", account.name(), Map.of()));
    }

    @Transactional
    public void unlock(Actor actor, long accountId) {
        Account account = accounts.lock(accountId);
        reach.require(actor, Permission.ACCOUNT_EDIT, account, SYSTEM_ADMINISTRATOR);
        failures.forget(account.name());
        acts.publish(IdentityAct.by(actor, "identity.account-unlocked", account.name(), Map.of()));
    }

    public boolean isLocked(Account account) {
        return failures.isLocked(account.name());
    }
}
