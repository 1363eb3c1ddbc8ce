package org.guanwu.foundation.identity.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 授权: one role, one account, one subtree, a period. */
public record RoleGrant(
        long id,
        long accountId,
        String accountName,
        String displayName,
        String roleCode,
        String roleName,
        String group,
        @Nullable Long unitId,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        String reason,
        String grantedBy) {

    static final String SELECT = """
            select g.*, r.name as role_name, a.name as account_name, a.display_name
              from identity.role_grant g
              join identity.role r on r.code = g.role_code
              join identity.account a on a.id = g.account_id
            """;

    static RoleGrant read(ResultSet row, int number) throws SQLException {
        return new RoleGrant(
                row.getLong("id"),
                row.getLong("account_id"),
                row.getString("account_name"),
                row.getString("display_name"),
                row.getString("role_code"),
                row.getString("role_name"),
                row.getString("role_group"),
                row.getObject("unit_id", Long.class),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getString("reason"),
                row.getString("granted_by"));
    }

    boolean overlaps(LocalDate from, @Nullable LocalDate until) {
        return (until == null || !validFrom.isAfter(until)) && (validUntil == null || !validUntil.isBefore(from));
    }
}
