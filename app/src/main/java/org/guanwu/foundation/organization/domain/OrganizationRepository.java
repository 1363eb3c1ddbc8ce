package org.guanwu.foundation.organization.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.guanwu.foundation.organization.OrganizationIntake.NewDelegation;
import org.guanwu.foundation.organization.OrganizationIntake.NewUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The write side; every method that changes staffing is followed by {@link #touch()} in the same transaction. */
@Repository
class OrganizationRepository {

    private final JdbcClient jdbc;

    OrganizationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Also serializes: two changes of the organization never overlap, so a check and its insert belong together. */
    void lock() {
        jdbc.sql("select number from organization.revision for update")
                .query(Long.class)
                .single();
    }

    void touch() {
        jdbc.sql("update organization.revision set number = nextval('organization.revision_number')")
                .update();
    }

    long insertUnit(NewUnit unit, @Nullable String parentPath) {
        long id = jdbc.sql("select nextval(pg_get_serial_sequence('organization.unit', 'id'))")
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into organization.unit (id, code, tier, level, parent_id, path, position, effective_from)
                        overriding system value values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(id)
                .param(unit.code())
                .param(unit.tier().name())
                .param(unit.level().name())
                .param(unit.parentId())
                .param((parentPath == null ? "/" : parentPath) + id + "/")
                .param(unit.position())
                .param(unit.effectiveFrom())
                .update();
        insertUnitName(id, unit.name(), unit.shortName(), unit.effectiveFrom());
        return id;
    }

    void insertUnitName(long unitId, String name, String shortName, LocalDate from) {
        jdbc.sql("""
                        insert into organization.unit_name (unit_id, effective_from, name, short_name) values (?, ?, ?, ?)
                        on conflict (unit_id, effective_from) do update
                          set name = excluded.name, short_name = excluded.short_name""").params(unitId, from, name, shortName).update();
    }

    void closeUnit(long unitId, LocalDate lastDay, @Nullable Long successorId) {
        jdbc.sql("update organization.unit set effective_to = ?, successor_id = ? where id = ?")
                .param(lastDay)
                .param(successorId)
                .param(unitId)
                .update();
    }

    long insertPost(String code, String name, long unitId, LocalDate from) {
        return jdbc.sql("""
                        insert into organization.post (code, name, unit_id, effective_from)
                        values (?, ?, ?, ?) returning id""").params(code, name, unitId, from).query(Long.class).single();
    }

    long insertPerson(String name, @Nullable String staffNumber, LocalDate employedFrom) {
        return jdbc.sql(
                        "insert into organization.person (name, staff_number, employed_from) values (?, ?, ?) returning id")
                .param(name)
                .param(staffNumber)
                .param(employedFrom)
                .query(Long.class)
                .single();
    }

    long insertAssignment(
            long personId,
            long postId,
            String jobTitle,
            int rank,
            boolean isPrincipal,
            LocalDate from,
            @Nullable LocalDate lastDay) {
        return jdbc.sql("""
                        insert into organization.assignment (person_id, post_id, job_title, rank, is_principal,
                          effective_from, effective_to) values (?, ?, ?, ?, ?, ?, ?) returning id""")
                .param(personId)
                .param(postId)
                .param(jobTitle)
                .param(rank)
                .param(isPrincipal)
                .param(from)
                .param(lastDay)
                .query(Long.class)
                .single();
    }

    /** Assignments that began later are void; the table keeps them with an empty period, since nothing is deleted. */
    void endAssignments(long personId, LocalDate lastDay, boolean onlyPrincipal) {
        jdbc.sql("""
                        update organization.assignment set effective_to = greatest(:lastDay, effective_from)
                         where person_id = :person and (is_principal or not :onlyPrincipal)
                           and coalesce(effective_to, 'infinity') > :lastDay""")
                .param("lastDay", lastDay)
                .param("person", personId)
                .param("onlyPrincipal", onlyPrincipal)
                .update();
    }

    Optional<Long> findAssignedPerson(long assignmentId) {
        return jdbc.sql("select person_id from organization.assignment where id = ?")
                .param(assignmentId)
                .query(Long.class)
                .optional();
    }

    void endAssignment(long assignmentId, LocalDate lastDay) {
        jdbc.sql("update organization.assignment set effective_to = greatest(?, effective_from) where id = ?")
                .params(lastDay, assignmentId)
                .update();
    }

    void markLeft(long personId, LocalDate leftOn) {
        jdbc.sql("update organization.person set left_on = ? where id = ?")
                .params(leftOn, personId)
                .update();
    }

    boolean holds(long personId, long postId, LocalDate from, @Nullable LocalDate lastDay) {
        return jdbc.sql("""
                        select 1 from organization.assignment where person_id = ? and post_id = ?
                           and daterange(effective_from, effective_to, '[]') && daterange(?, ?, '[]') limit 1""")
                .param(personId)
                .param(postId)
                .param(from)
                .param(lastDay)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    long insertAbsence(
            long personId,
            String kind,
            Instant startsAt,
            @Nullable Instant endsAt,
            String note,
            @Nullable Long by,
            Instant now) {
        return jdbc.sql("""
                        insert into organization.absence (person_id, kind, starts_at, ends_at, note, registered_by,
                          registered_at) values (?, ?, ?, ?, ?, ?, ?) returning id""")
                .param(personId)
                .param(kind)
                .param(Timestamp.from(startsAt))
                .param(endsAt == null ? null : Timestamp.from(endsAt))
                .param(note)
                .param(by)
                .param(Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    boolean isAbsentWithin(long personId, Instant startsAt, @Nullable Instant endsAt) {
        return jdbc.sql("""
                        select 1 from organization.absence where person_id = ?
                           and tstzrange(starts_at, ends_at) && tstzrange(?, ?) limit 1""")
                .param(personId)
                .param(Timestamp.from(startsAt))
                .param(endsAt == null ? null : Timestamp.from(endsAt))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** @return how many absences were running */
    int endAbsences(long personId, Instant now) {
        return jdbc.sql("""
                        update organization.absence set ends_at = :now where person_id = :person
                           and starts_at <= :now and (ends_at is null or ends_at > :now)""")
                .param("now", Timestamp.from(now))
                .param("person", personId)
                .update();
    }

    /** not begun yet: it becomes empty */
    int cancelAbsence(long absenceId, long personId, Instant now) {
        return jdbc.sql("""
                        update organization.absence set ends_at = greatest(:now, starts_at) where id = :id
                           and person_id = :person and (ends_at is null or ends_at > greatest(:now, starts_at))""")
                .param("now", Timestamp.from(now))
                .param("id", absenceId)
                .param("person", personId)
                .update();
    }

    long insertDelegation(NewDelegation delegation, @Nullable Long by, Instant now) {
        return jdbc.sql("""
                        insert into organization.delegation (principal_id, deputy_id, starts_at, ends_at,
                          only_while_absent, is_onward, matter_type, reason, registered_by, registered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .param(delegation.principalId())
                .param(delegation.deputyId())
                .param(Timestamp.from(delegation.startsAt()))
                .param(delegation.endsAt() == null ? null : Timestamp.from(delegation.endsAt()))
                .param(delegation.onlyWhileAbsent())
                .param(delegation.onward())
                .param(delegation.matterType())
                .param(delegation.reason())
                .param(by)
                .param(Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    boolean hasSameDelegation(NewDelegation delegation) {
        return jdbc.sql("""
                        select 1 from organization.delegation
                         where principal_id = ? and deputy_id = ? and matter_type is not distinct from cast(? as text)
                           and tstzrange(starts_at, ends_at) && tstzrange(?, ?) limit 1""")
                .param(delegation.principalId())
                .param(delegation.deputyId())
                .param(delegation.matterType())
                .param(Timestamp.from(delegation.startsAt()))
                .param(delegation.endsAt() == null ? null : Timestamp.from(delegation.endsAt()))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    record DelegationParties(long principalId, long deputyId) {}

    Optional<DelegationParties> findDelegation(long delegationId) {
        return jdbc.sql("select principal_id, deputy_id from organization.delegation where id = ?")
                .param(delegationId)
                .query(DelegationParties.class)
                .optional();
    }

    int endDelegation(long delegationId, Instant now) {
        return jdbc.sql("""
                        update organization.delegation set ends_at = greatest(:now, starts_at) where id = :id
                           and (ends_at is null or ends_at > greatest(:now, starts_at))""")
                .param("now", Timestamp.from(now))
                .param("id", delegationId)
                .update();
    }
}
