package org.guanwu.foundation.organization;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Building the organization without a page: the demo, imports from a personnel system and tests. The rules are those of
 * the pages; only the question who may is the caller's to answer.
 */
public interface OrganizationIntake {

    /** @return unit id */
    long openUnit(NewUnit unit);

    /** @return post id */
    long openPost(String code, String name, long unitId, LocalDate from);

    /** Employment always begins with a principal post. @return person id */
    long employ(NewPerson person);

    /** a further post beside the principal one; {@code rank}: smaller stands first */
    long assign(long personId, long postId, String jobTitle, int rank, LocalDate from, @Nullable LocalDate lastDay);

    /** @param endsAt null: until he is registered back */
    long registerAbsence(long personId, AbsenceKind kind, Instant startsAt, @Nullable Instant endsAt, String note);

    /** back before (or without) the registered end; nothing happens when he is not absent */
    void endAbsence(long personId);

    long delegate(NewDelegation delegation);

    void endDelegation(long delegationId);

    /** leaves the service: all posts end the day before, nothing is deleted */
    void leave(long personId, LocalDate leftOn);

    /**
     * @param code unique; the first nine characters of a catalogue number for an AUTHORITY
     * @param shortName what stands before a document number
     */
    record NewUnit(
            String code,
            String name,
            String shortName,
            CustomsTier tier,
            UnitLevel level,
            @Nullable Long parentId,
            int position,
            LocalDate effectiveFrom) {}

    /** @param staffNumber number in the personnel system; null when there is none */
    record NewPerson(
            String name,
            @Nullable String staffNumber,
            long postId,
            String jobTitle,
            int rank,
            LocalDate employedFrom) {}

    /**
     * @param endsAt null: lasting
     * @param matterType null: every kind of matter
     */
    record NewDelegation(
            long principalId,
            long deputyId,
            Instant startsAt,
            @Nullable Instant endsAt,
            boolean onlyWhileAbsent,
            boolean onward,
            @Nullable String matterType,
            String reason) {}
}
