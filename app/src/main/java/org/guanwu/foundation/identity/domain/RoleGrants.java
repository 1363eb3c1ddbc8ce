package org.guanwu.foundation.identity.domain;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Affiliations;
import org.guanwu.foundation.identity.IdentityAct;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 授权: by the security administrator only, never to himself; 三员互斥，且不兼业务权限. */
@Service
public class RoleGrants {

    private static final String EXCLUSIVE = "三员（系统、安全、审计管理员）互相排斥，也不得兼有业务权限（GB/T 22239—2019 8.1.5）。";

    private final AccountRepository accounts;
    private final Affiliations affiliations;
    private final AccountReach reach;
    private final JdbcClient jdbc;
    private final IdentityActs acts;
    private final Clock clock;

    RoleGrants(
            AccountRepository accounts,
            Affiliations affiliations,
            AccountReach reach,
            JdbcClient jdbc,
            IdentityActs acts,
            Clock clock) {
        this.accounts = accounts;
        this.affiliations = affiliations;
        this.reach = reach;
        this.jdbc = jdbc;
        this.acts = acts;
        this.clock = clock;
    }

    @Transactional
    public long grant(
            Actor actor,
            long accountId,
            String roleCode,
            @Nullable Long unitId,
            LocalDate from,
            @Nullable LocalDate until,
            String reason) {
        Account account = accounts.lock(accountId);
        requireSecurityAdministrator(actor, account);
        requireUnit(actor, unitId);
        long id = insert(account, roleCode, unitId, from, until, reason, actor.name());
        acts.publish(IdentityAct.by(
                actor,
                "identity.role-granted",
                account.name(),
                Map.of(
                        "role",
                        roleCode,
                        "unit",
                        unitId == null ? "" : String.valueOf(unitId),
                        "from",
                        from.toString(),
                        "until",
                        until == null ? "" : until.toString(),
                        "reason",
                        reason)));
        return id;
    }

    /** Pressing twice ends the same grant once. */
    @Transactional
    public void revoke(Actor actor, long grantId, String reason) {
        record Found(
                long accountId, String roleCode, @Nullable Long unitId) {}
        var found = jdbc.sql("select account_id, role_code, unit_id from identity.role_grant where id = ?")
                .param(grantId)
                .query((row, n) -> new Found(row.getLong(1), row.getString(2), row.getObject(3, Long.class)))
                .optional()
                .orElseThrow(() -> new NotFound("grant " + grantId));
        requireSecurityAdministrator(actor, accounts.get(found.accountId()));
        requireUnit(actor, found.unitId());
        int changed = jdbc.sql(
                        "update identity.role_grant set revoked_at = ?, revoked_by = ? where id = ? and revoked_at is null")
                .params(Timestamp.from(clock.instant()), actor.name(), grantId)
                .update();
        if (changed == 1) {
            acts.publish(IdentityAct.by(
                    actor,
                    "identity.role-revoked",
                    accounts.get(found.accountId()).name(),
                    Map.of("role", found.roleCode(), "grant", String.valueOf(grantId), "reason", reason)));
        }
    }

    private void requireSecurityAdministrator(Actor actor, Account account) {
        reach.require(actor, Permission.ROLE_GRANT, account, "授权由安全管理员办理。");
        if (actor.accountId() == account.id()) {
            throw new Refusal("identity.own-grant", "不能给自己授权或撤销自己的授权，请由另一名安全管理员办理。");
        }
    }

    private void requireUnit(Actor actor, @Nullable Long unitId) {
        String path = unitId == null
                ? null
                : affiliations.listUnitPaths(List.of(unitId)).get(unitId);
        if (unitId != null && path == null) {
            throw new InvalidInput("unit", "没有这个单位。");
        }
        reach.requireUnit(actor, Permission.ROLE_GRANT, path);
    }

    long insert(
            Account account,
            String roleCode,
            @Nullable Long unitId,
            LocalDate from,
            @Nullable LocalDate until,
            String reason,
            String grantedBy) {
        String group = jdbc.sql("select role_group from identity.role where code = ?")
                .param(roleCode)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new InvalidInput("role", "没有这个角色。"));
        if (unitId == null && group.equals("BUSINESS")) {
            throw new InvalidInput("unit", "业务角色须指定范围单位。");
        }
        if (unitId != null && affiliations.listUnitPaths(List.of(unitId)).isEmpty()) {
            throw new InvalidInput("unit", "没有这个单位。");
        }
        if (until != null && until.isBefore(from)) {
            throw new InvalidInput("until", "终止日期不能早于起始日期。");
        }
        requireExclusion(account, roleCode, group, from, until);
        try {
            return jdbc.sql("""
                            insert into identity.role_grant (account_id, role_code, role_group, unit_id, valid_from,
                              valid_until, reason, granted_by, granted_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                    .param(account.id())
                    .param(roleCode)
                    .param(group)
                    .param(unitId)
                    .param(Date.valueOf(from))
                    .param(until == null ? null : Date.valueOf(until))
                    .param(reason)
                    .param(grantedBy)
                    .param(Timestamp.from(clock.instant()))
                    .query(Long.class)
                    .single();
        } catch (DataIntegrityViolationException refusedByDatabase) {
            throw new Refusal("identity.exclusive-roles", EXCLUSIVE);
        }
    }

    private void requireExclusion(
            Account account, String roleCode, String group, LocalDate from, @Nullable LocalDate until) {
        boolean conflicts = listOf(account.id(), ChinaTime.dateOf(clock.instant())).stream()
                .filter(g -> g.overlaps(from, until))
                .anyMatch(g -> !g.group().equals(group)
                        || group.equals("ADMINISTRATION") && !g.roleCode().equals(roleCode));
        if (conflicts) {
            throw new Refusal("identity.exclusive-roles", account.displayName() + "已有的角色与此角色不能兼任：" + EXCLUSIVE);
        }
    }

    /** Grants that are not revoked and not over on {@code on}. */
    public List<RoleGrant> listOf(long accountId, LocalDate on) {
        return jdbc.sql(RoleGrant.SELECT + """
                         where g.account_id = ? and g.revoked_at is null and coalesce(g.valid_until, 'infinity') >= ?
                         order by r.position, g.id""")
                .params(accountId, Date.valueOf(on))
                .query(RoleGrant::read)
                .list();
    }
}
