package org.guanwu.foundation.identity.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.guanwu.foundation.identity.AccountIntake;
import org.guanwu.foundation.identity.IdentityAct;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 开立账号: for the page of the system administrator, and as {@link AccountIntake} for the demo and imports. */
@Service
class AccountOpening implements AccountIntake {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{1,39}");

    private final AccountRepository accounts;
    private final RoleGrants grants;
    private final PasswordPolicy policy;
    private final PasswordEncoder encoder;
    private final JdbcClient jdbc;
    private final IdentityActs acts;
    private final Clock clock;

    AccountOpening(
            AccountRepository accounts,
            RoleGrants grants,
            PasswordPolicy policy,
            PasswordEncoder encoder,
            JdbcClient jdbc,
            IdentityActs acts,
            Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.policy = policy;
        this.encoder = encoder;
        this.jdbc = jdbc;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    @Transactional
    public long open(NewAccount account) {
        long id = insert(account);
        acts.publish(
                IdentityAct.bySystem("identity.account-opened", AccountRepository.normal(account.name()), Map.of()));
        return id;
    }

    long insert(NewAccount account) {
        String name = AccountRepository.normal(account.name());
        if (!NAME.matcher(name).matches()) {
            throw new InvalidInput("name", "账号以小写字母开头，只用小写字母、数字、点和连字符，2 至 40 位。");
        }
        if (account.displayName().isBlank() || account.displayName().length() > 40) {
            throw new InvalidInput("displayName", "请填写姓名，不超过 40 字。");
        }
        String password = account.password();
        if (password != null) {
            var problems = policy.check(password, name, account.displayName());
            if (!problems.isEmpty()) {
                throw new InvalidInput("password", String.join("", problems));
            }
        }
        try {
            return accounts.insert(
                    name,
                    account.displayName().strip(),
                    account.personId(),
                    account.externalId(),
                    password == null ? null : encoder.encode(password),
                    account.mustChangePassword(),
                    clock.instant());
        } catch (DuplicateKeyException taken) {
            String which = String.valueOf(taken.getMessage());
            throw which.contains("person_id")
                    ? new InvalidInput("personId", "此人已有账号，一人一号。")
                    : which.contains("external_id")
                            ? new InvalidInput("externalId", "这个外部标识已被另一账号使用。")
                            : new InvalidInput("name", "账号“" + name + "”已被使用。");
        }
    }

    @Override
    @Transactional
    public long grant(
            String accountName, String roleCode, @Nullable Long unitId, LocalDate from, @Nullable LocalDate until) {
        Account account = accounts.findByName(accountName).orElseThrow(() -> new NotFound("account " + accountName));
        long id = grants.insert(account, roleCode, unitId, from, until, "", "系统");
        acts.publish(IdentityAct.bySystem(
                "identity.role-granted",
                account.name(),
                Map.of("role", roleCode, "unit", unitId == null ? "" : String.valueOf(unitId))));
        return id;
    }

    @Override
    @Transactional
    public void offerDemoDoor(String accountName, String section, String label, String hint, int position) {
        jdbc.sql("""
                        insert into identity.demo_door (account_name, section, label, hint, position)
                        values (?, ?, ?, ?, ?)
                        on conflict (account_name) do update set section = excluded.section, label = excluded.label,
                          hint = excluded.hint, position = excluded.position""")
                .params(AccountRepository.normal(accountName), section, label, hint, position)
                .update();
    }
}
