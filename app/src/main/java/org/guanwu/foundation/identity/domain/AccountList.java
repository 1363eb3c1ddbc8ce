package org.guanwu.foundation.identity.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.Cursor;
import org.guanwu.foundation.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Read side of the accounts page. */
@Component
public class AccountList {

    private static final int PAGE = 100;

    private final JdbcClient jdbc;
    private final AccountReach reach;
    private final Clock clock;

    AccountList(JdbcClient jdbc, AccountReach reach, Clock clock) {
        this.jdbc = jdbc;
        this.reach = reach;
        this.clock = clock;
    }

    public record AccountRow(
            long id,
            String name,
            String displayName,
            @Nullable Long personId,
            boolean isActive,
            boolean isLocked,
            boolean hasSecondFactor,
            boolean mustChangePassword,
            String roles,
            @Nullable Instant lastSignedInAt) {}

    /** by name, keyset-paged; {@code text} occurs in the account name or the person's */
    public Page<AccountRow> list(Actor actor, String text, @Nullable String cursor) {
        String after = cursor == null || cursor.isEmpty()
                ? ""
                : Cursor.parse(cursor, 1).getFirst().replace("\0", "");
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
                        row.getObject("person_id", Long.class),
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
        // a page of a regional administrator may be short; the cursor goes on all the same
        var seen = rows.stream()
                .filter(r -> reach.covers(actor, Permission.ACCOUNT_EDIT, r.personId())
                        || reach.covers(actor, Permission.ROLE_GRANT, r.personId()))
                .toList();
        return new Page<>(seen, next, null);
    }
}
