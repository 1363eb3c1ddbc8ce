package org.guanwu.foundation.identity.domain;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.guanwu.foundation.identity.IdentityAct;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 登录. Password (or an identity provider), then the second factor where it is asked for, then the forced change: the
 * person is signed in only after the last of them. Failures are results, not exceptions, since their count must stay.
 */
@Service
public class SignIn {

    static final String WRONG = "账号或口令不正确。";

    private final AccountRepository accounts;
    private final SignInFailures failures;
    private final SecondFactors secondFactors;
    private final PasswordCheck passwords;
    private final ActorDirectory actors;
    private final IdentityActs acts;
    private final IdentitySettings settings;
    private final Clock clock;

    SignIn(
            AccountRepository accounts,
            SignInFailures failures,
            SecondFactors secondFactors,
            PasswordCheck passwords,
            ActorDirectory actors,
            IdentityActs acts,
            IdentitySettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.failures = failures;
        this.secondFactors = secondFactors;
        this.passwords = passwords;
        this.actors = actors;
        this.acts = acts;
        this.settings = settings;
        this.clock = clock;
    }

    public sealed interface Attempt {

        /** the first step is done; {@link Step} says what remains */
        record Accepted(long accountId) implements Attempt {}

        record Refused(String message) implements Attempt {}
    }

    /** What stands between an accepted password and the workspace. */
    public enum Step {
        SECOND_FACTOR,
        ENROLMENT,
        PASSWORD_CHANGE,
        DONE
    }

    public Attempt attempt(String name, String password, String address) {
        if (failures.mustWait(address)) {
            return new Attempt.Refused("这个网络地址的失败次数太多，请 " + settings.lockFor().toMinutes() + " 分钟后再试。");
        }
        if (failures.isLocked(name)) {
            return new Attempt.Refused(locked());
        }
        Optional<Account> account = accounts.findByName(name);
        if (passwords.matches(account, password) && account.isPresent() && isSomebody(account.get())) {
            return new Attempt.Accepted(account.get().id());
        }
        return new Attempt.Refused(fail(name, address, "password"));
    }

    /** not one who has left the service: his account may live, but he acts for nobody */
    private boolean isSomebody(Account account) {
        return actors.findActorOfAccount(account.id(), false, null, "").isPresent();
    }

    /** 第二因素: a code of the authenticator or one of the recovery codes. */
    public Attempt verifySecondFactor(long accountId, String code, String address) {
        Account account = accounts.get(accountId);
        if (failures.isLocked(account.name())) {
            return new Attempt.Refused(locked());
        }
        if (secondFactors.verify(accountId, code)) {
            return new Attempt.Accepted(accountId);
        }
        fail(account.name(), address, "second-factor");
        return new Attempt.Refused(failures.isLocked(account.name()) ? locked() : "动态口令不正确或已用过，请等下一个数字。");
    }

    /** @param isSecondFactorShown in this sign-in */
    public Step nextStep(long accountId, boolean isSecondFactorShown) {
        Account account = accounts.get(accountId);
        if (!isSecondFactorShown && account.hasSecondFactor()) {
            return Step.SECOND_FACTOR;
        }
        if (!account.hasSecondFactor() && secondFactors.isRequired(accountId)) {
            return Step.ENROLMENT;
        }
        return mustChange(account) ? Step.PASSWORD_CHANGE : Step.DONE;
    }

    private boolean mustChange(Account account) {
        if (account.passwordHash() == null) {
            return false;
        }
        var maxAge = settings.password().maxAge();
        boolean isOld = !maxAge.isZero()
                && account.passwordChangedAt() != null
                && account.passwordChangedAt().plus(maxAge).isBefore(clock.instant());
        return account.mustChangePassword() || isOld;
    }

    @Transactional
    public void complete(long accountId, String way, String address) {
        Account account = accounts.get(accountId);
        failures.forget(account.name());
        accounts.recordSignIn(accountId, clock.instant());
        acts.publish(act(account, "identity.signed-in", Map.of("way", way), address));
    }

    @Transactional
    public void signedOut(long accountId, String address) {
        acts.publish(act(accounts.get(accountId), "identity.signed-out", Map.of(), address));
    }

    public Optional<Account> findAccount(String name) {
        return accounts.findByName(name).filter(Account::isActive).filter(this::isSomebody);
    }

    public Optional<Account> findAccountByExternalId(String externalId) {
        return accounts.findByExternalId(externalId).filter(Account::isActive).filter(this::isSomebody);
    }

    /** The identity provider vouches for somebody who has no account here. */
    public void unknownToUs(String externalId, String address) {
        acts.publishAlone(new IdentityAct(
                null, "未登录", "identity.sign-in-failed", printable(externalId), Map.of("step", "oidc"), address));
    }

    private static String printable(String typed) {
        String printable = typed.replaceAll("\\p{Cntrl}|\\p{Cs}", "");
        return printable.length() <= 60 ? printable : printable.substring(0, 60);
    }

    /** @return the sentence to show; it is the same for names that exist and names that do not */
    private String fail(String name, String address, String step) {
        boolean locksNow = failures.count(name, address);
        String shownName = printable(name);
        acts.publishAlone(
                new IdentityAct(null, "未登录", "identity.sign-in-failed", shownName, Map.of("step", step), address));
        if (locksNow) {
            acts.publishAlone(new IdentityAct(
                    null,
                    "系统",
                    "identity.account-locked",
                    shownName,
                    Map.of("minutes", String.valueOf(settings.lockFor().toMinutes())),
                    address));
            return locked();
        }
        return WRONG;
    }

    private String locked() {
        return "连续失败 " + settings.lockAfter() + " 次，已锁定 " + settings.lockFor().toMinutes() + " 分钟。可以等待，或请系统管理员解锁。";
    }

    private static IdentityAct act(Account account, String act, Map<String, String> details, @Nullable String address) {
        return new IdentityAct(
                account.actingPersonId(),
                account.displayName(),
                act,
                account.name(),
                details,
                address == null ? "" : address);
    }
}
