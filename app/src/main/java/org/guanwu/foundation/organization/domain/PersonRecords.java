package org.guanwu.foundation.organization.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guanwu.foundation.organization.AbsenceKind;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Read side of the pages: posts held, absences and delegations of one person, head counts of units. */
@Component
public class PersonRecords {

    private final JdbcClient jdbc;
    private final Clock clock;

    PersonRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public record AssignmentRow(
            long id,
            long postId,
            String postName,
            long unitId,
            String unitName,
            String jobTitle,
            boolean isPrincipal,
            LocalDate from,
            @Nullable LocalDate lastDay) {}

    public record AbsenceRow(
            long id,
            AbsenceKind kind,
            Instant startsAt,
            @Nullable Instant endsAt,
            String note,
            boolean isRunning) {

        public String period() {
            return ChinaTime.minute(startsAt) + " 至 " + (endsAt == null ? "未定" : ChinaTime.minute(endsAt));
        }
    }

    public record DelegationRow(
            long id,
            long principalId,
            String principalName,
            long deputyId,
            String deputyName,
            Instant startsAt,
            @Nullable Instant endsAt,
            boolean onlyWhileAbsent,
            boolean isOnward,
            @Nullable String matterType,
            String reason,
            boolean isInForce) {

        public String period() {
            return ChinaTime.minute(startsAt) + " 至 " + (endsAt == null ? "长期" : ChinaTime.minute(endsAt));
        }

        public String terms() {
            return (onlyWhileAbsent ? "仅离岗时" : "随时") + (isOnward ? "，可再转其代办人" : "，不可再转");
        }
    }

    private static final String ASSIGNMENT = """
            select a.id, a.post_id, t.name as post_name, t.unit_id, n.name as unit_name, a.job_title, a.is_principal,
              a.effective_from, a.effective_to
              from organization.assignment a
              join organization.post t on t.id = a.post_id
              cross join lateral (select h.name from organization.unit_name h where h.unit_id = t.unit_id
                 order by h.effective_from desc limit 1) n
            """;

    /** newest first, the past included */
    public List<AssignmentRow> listAssignments(long personId) {
        return jdbc.sql(ASSIGNMENT
                        + "where a.person_id = ? order by a.effective_from desc, a.is_principal desc, a.id desc")
                .param(personId)
                .query(PersonRecords::assignment)
                .list();
    }

    AssignmentRow getAssignment(long personId, long assignmentId) {
        return jdbc.sql(ASSIGNMENT + "where a.person_id = ? and a.id = ?")
                .params(personId, assignmentId)
                .query(PersonRecords::assignment)
                .optional()
                .orElseThrow(() -> new NotFound("assignment " + assignmentId));
    }

    /** running and coming, then those of the last year */
    public List<AbsenceRow> listAbsences(long personId) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        select * from organization.absence where person_id = ? and (ends_at is null or ends_at > starts_at)
                           and coalesce(ends_at, 'infinity') > cast(? as timestamptz) - interval '1 year'
                         order by starts_at desc, id desc limit 50""")
                .params(personId, Timestamp.from(now))
                .query((row, n) -> new AbsenceRow(
                        row.getLong("id"),
                        AbsenceKind.valueOf(row.getString("kind")),
                        row.getTimestamp("starts_at").toInstant(),
                        instant(row, "ends_at"),
                        row.getString("note"),
                        isRunning(row, now)))
                .list();
    }

    /** given and received, not yet over */
    public List<DelegationRow> listDelegations(long personId) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        select d.*, p.name as principal_name, q.name as deputy_name from organization.delegation d
                          join organization.person p on p.id = d.principal_id
                          join organization.person q on q.id = d.deputy_id
                         where ? in (d.principal_id, d.deputy_id) and coalesce(d.ends_at, 'infinity') > ?
                           and (d.ends_at is null or d.ends_at > d.starts_at)
                         order by d.starts_at desc, d.id desc""")
                .params(personId, Timestamp.from(now))
                .query((row, n) -> new DelegationRow(
                        row.getLong("id"),
                        row.getLong("principal_id"),
                        row.getString("principal_name"),
                        row.getLong("deputy_id"),
                        row.getString("deputy_name"),
                        row.getTimestamp("starts_at").toInstant(),
                        instant(row, "ends_at"),
                        row.getBoolean("only_while_absent"),
                        row.getBoolean("is_onward"),
                        row.getString("matter_type"),
                        row.getString("reason"),
                        isRunning(row, now)))
                .list();
    }

    /** unit id to the number of people whose post is there on that day */
    public Map<Long, Long> countPeople(LocalDate on) {
        record Count(long unitId, long people) {}
        return jdbc.sql("""
                        select t.unit_id, count(distinct a.person_id) as people from organization.assignment a
                          join organization.post t on t.id = a.post_id
                         where :on between a.effective_from and coalesce(a.effective_to, 'infinity')
                         group by t.unit_id""").param("on", on).query(Count.class).list().stream()
                .collect(Collectors.toMap(Count::unitId, Count::people));
    }

    public record NameRow(LocalDate from, String name, String shortName) {}

    public List<NameRow> listNames(long unitId) {
        return jdbc.sql("""
                        select effective_from as "from", name, short_name from organization.unit_name
                         where unit_id = ? order by effective_from desc""").param(unitId).query(NameRow.class).list();
    }

    private static boolean isRunning(ResultSet row, Instant now) throws SQLException {
        Instant ends = instant(row, "ends_at");
        return !row.getTimestamp("starts_at").toInstant().isAfter(now) && (ends == null || ends.isAfter(now));
    }

    private static AssignmentRow assignment(ResultSet row, int number) throws SQLException {
        return new AssignmentRow(
                row.getLong("id"),
                row.getLong("post_id"),
                row.getString("post_name"),
                row.getLong("unit_id"),
                row.getString("unit_name"),
                row.getString("job_title"),
                row.getBoolean("is_principal"),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_to", LocalDate.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
