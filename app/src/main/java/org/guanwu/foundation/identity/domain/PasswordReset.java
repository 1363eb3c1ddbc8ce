package org.guanwu.foundation.identity.domain;

import java.time.Clock;
import java.util.Map;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.IdentityAct;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.shared.Refusal;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 重置口令: a one-time password given out by the system administrator; whoever was signed in is no longer. */
@Service
public class PasswordReset {

    private final AccountRepository accounts;
    private final SignInFailures failures;
    private final SessionRegister sessions;
    private final PasswordEncoder encoder;
    private final AccountReach reach;
    private final IdentityActs acts;
    private final Clock clock;

    PasswordReset(
            AccountRepository accounts,
            SignInFailures failures,
            SessionRegister sessions,
            PasswordEncoder encoder,
            AccountReach reach,
            IdentityActs acts,
            Clock clock) {
        this.accounts = accounts;
        this.failures = failures;
        this.sessions = sessions;
        this.encoder = encoder;
        this.reach = reach;
        this.acts = acts;
        this.clock = clock;
    }

    /** @return the one-time password, to be handed over; it must be changed at the first sign-in */
    @Transactional
    public String reset(Actor actor, long accountId) {
        Account account = accounts.lock(accountId);
        reach.require(actor, Permission.ACCOUNT_EDIT, account, "口令由系统管理员重置。");
        if (actor.accountId() == accountId) {
            throw new Refusal("identity.own-password", "自己的口令请在“我的账号”里修改。");
        }
        if (account.passwordHash() == null) {
            throw new Refusal("identity.no-own-password", "这个账号由统一身份认证登录，没有本地口令。");
        }
        String password = Digests.oneTimePassword();
        accounts.changePassword(accountId, String.valueOf(encoder.encode(password)), true, clock.instant());
        failures.forget(account.name());
        sessions.endAll(account.name());
        acts.publish(IdentityAct.by(actor, "identity.password-reset", account.name(), Map.of()));
        return password;
    }
}
