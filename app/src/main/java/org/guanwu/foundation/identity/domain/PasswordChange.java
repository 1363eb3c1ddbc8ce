package org.guanwu.foundation.identity.domain;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.guanwu.foundation.identity.IdentityAct;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;
import org.guanwu.foundation.shared.Refusal;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 修改口令 by the person himself. */
@Service
public class PasswordChange {

    private final AccountRepository accounts;
    private final SignInFailures failures;
    private final PasswordPolicy policy;
    private final PasswordEncoder encoder;
    private final IdentitySettings settings;
    private final IdentityActs acts;
    private final Clock clock;

    PasswordChange(
            AccountRepository accounts,
            SignInFailures failures,
            PasswordPolicy policy,
            PasswordEncoder encoder,
            IdentitySettings settings,
            IdentityActs acts,
            Clock clock) {
        this.accounts = accounts;
        this.failures = failures;
        this.policy = policy;
        this.encoder = encoder;
        this.settings = settings;
        this.acts = acts;
        this.clock = clock;
    }

    /** @throws InvalidInput at {@code current}, {@code password} or {@code repeated} */
    @Transactional
    public void changeOwn(long accountId, String current, String password, String repeated, String address) {
        Account account = accounts.lock(accountId);
        if (account.passwordHash() == null) {
            throw new Refusal("identity.no-own-password", "这个账号由统一身份认证登录，口令请在那里修改。");
        }
        if (failures.isLocked(account.name())) {
            throw new Refusal(
                    "identity.account-locked",
                    "原口令连续填错，已锁定 " + settings.lockFor().toMinutes() + " 分钟。");
        }
        if (!encoder.matches(current, account.passwordHash())) {
            failures.count(account.name(), address);
            throw new InvalidInput("current", "原口令不正确。");
        }
        if (!password.equals(repeated)) {
            throw new InvalidInput("repeated", "两次输入的新口令不一致。");
        }
        var problems = policy.check(password, account.name(), account.displayName());
        if (!problems.isEmpty()) {
            throw new InvalidInput(
                    problems.stream().map(p -> new FieldProblem("password", p)).toList());
        }
        requireFresh(accountId, password);
        accounts.changePassword(accountId, hash(password), false, clock.instant());
        acts.publish(new IdentityAct(
                account.actingPersonId(),
                account.displayName(),
                "identity.password-changed",
                account.name(),
                Map.of(),
                address));
    }

    private void requireFresh(long accountId, String password) {
        List<String> former = accounts.listFormerPasswords(
                accountId, Math.max(1, settings.password().remembered()));
        if (former.stream().anyMatch(hash -> encoder.matches(password, hash))) {
            throw new InvalidInput("password", "不能与最近 " + settings.password().remembered() + " 次用过的口令相同。");
        }
    }

    private String hash(String password) {
        return String.valueOf(encoder.encode(password));
    }
}
