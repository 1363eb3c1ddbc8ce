package org.guanwu.foundation.identity.domain;

import java.sql.Date;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.IdentityAct;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.Cursor;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.Page;
import org.guanwu.foundation.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 角色: bundles of permissions. Business roles may be changed by the security administrator; the three may not. */
@Service
public class Roles {

    private static final int PAGE = 100;

    private final JdbcClient jdbc;
    private final IdentityActs acts;
    private final Clock clock;

    Roles(JdbcClient jdbc, IdentityActs acts, Clock clock) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.clock = clock;
    }

    public record Role(
            String code,
            Permission.Group group,
            String name,
            String description,
            Set<Permission> permissions,
            long holders) {}

    public List<Role> list() {
        return jdbc.sql("""
                        select r.*, (select string_agg(p.permission, ',') from identity.role_permission p
                                      where p.role_code = r.code) as permissions,
                          (select count(distinct g.account_id) from identity.role_grant g
                            where g.role_code = r.code and g.revoked_at is null
                              and cast(:today as date) between g.valid_from and coalesce(g.valid_until, 'infinity')) as holders
                          from identity.role r order by r.position""")
                .param("today", ChinaTime.dateOf(clock.instant()))
                .query((row, n) -> new Role(
                        row.getString("code"),
                        Permission.Group.valueOf(row.getString("role_group")),
                        row.getString("name"),
                        row.getString("description"),
                        permissions(row.getString("permissions")),
                        row.getLong("holders")))
                .list();
    }

    public Role get(String code) {
        return list().stream()
                .filter(r -> r.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("role " + code));
    }

    /** Grants in force or to come, newest first. */
    public Page<RoleGrant> listGrants(String roleCode, @Nullable String cursor) {
        long before = cursor == null || cursor.isEmpty() ? Long.MAX_VALUE : position(cursor);
        var rows = new ArrayList<>(jdbc.sql(RoleGrant.SELECT + """
                         where g.role_code = ? and g.revoked_at is null and coalesce(g.valid_until, 'infinity') >= ?
                           and g.id < ? order by g.id desc limit ?""")
                .params(roleCode, Date.valueOf(ChinaTime.dateOf(clock.instant())), before, PAGE + 1)
                .query(RoleGrant::read)
                .list());
        String next = null;
        if (rows.size() > PAGE) {
            rows.removeLast();
            next = Cursor.of(rows.getLast().id());
        }
        return new Page<>(rows, next, null);
    }

    private static long position(String cursor) {
        try {
            return Long.parseLong(Cursor.parse(cursor, 1).getFirst());
        } catch (NumberFormatException notOurs) {
            throw new InvalidInput("cursor", "翻页位置无效，请从第一页重新开始。");
        }
    }

    @Transactional
    public void changePermissions(Actor actor, String code, Set<String> wanted) {
        if (!actor.may(Permission.SECURITY_POLICY_EDIT)) {
            throw new Refusal("identity.not-permitted", "角色由安全管理员维护。");
        }
        jdbc.sql("select 1 from identity.role where code = ? for update")
                .param(code)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NotFound("role " + code));
        Role role = get(code);
        if (role.group() == Permission.Group.ADMINISTRATION) {
            throw new Refusal("identity.fixed-role", "三员的权限由系统固定，不能调整（GB/T 22239—2019 8.1.5）。");
        }
        var known = Arrays.stream(Permission.values())
                .filter(p -> p.group() == role.group())
                .map(Enum::name)
                .collect(Collectors.toSet());
        if (!known.containsAll(wanted)) {
            throw new InvalidInput("permissions", "业务角色只能包含业务权限。");
        }
        var present = role.permissions().stream().map(Enum::name).collect(Collectors.toSet());
        if (present.equals(wanted)) {
            return;
        }
        jdbc.sql("delete from identity.role_permission where role_code = ?")
                .param(code)
                .update();
        for (String permission : wanted) {
            jdbc.sql("insert into identity.role_permission (role_code, role_group, permission) values (?, ?, ?)")
                    .params(code, role.group().name(), permission)
                    .update();
        }
        acts.publish(IdentityAct.by(
                actor,
                "identity.role-changed",
                code,
                Map.of(
                        "from",
                        String.join(",", new TreeSet<>(present)),
                        "to",
                        String.join(",", new TreeSet<>(wanted)))));
    }

    private static Set<Permission> permissions(@Nullable String codes) {
        return codes == null
                ? Set.of()
                : Arrays.stream(codes.split(","))
                        .map(Permission::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }
}
