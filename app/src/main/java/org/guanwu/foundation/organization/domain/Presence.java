package org.guanwu.foundation.organization.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.guanwu.foundation.organization.AbsenceKind;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.OrganizationIntake.NewDelegation;
import org.guanwu.foundation.organization.StaffMember;
import org.guanwu.foundation.organization.StaffingChanged;
import org.guanwu.foundation.organization.domain.OrganizationRepository.DelegationParties;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 在岗与代办. The rules; who may and the ledger are the callers'. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Presence {

    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final int LONGEST_NOTE = 200;

    private final OrganizationRepository repository;
    private final Organization organization;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Presence(
            OrganizationRepository repository,
            Organization organization,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.organization = organization;
        this.events = events;
        this.clock = clock;
    }

    long registerAbsence(
            long personId,
            AbsenceKind kind,
            Instant startsAt,
            @Nullable Instant endsAt,
            String note,
            @Nullable Long registeredBy) {
        repository.lock();
        StaffMember person = organization.getPerson(personId);
        requirePeriod(startsAt, endsAt);
        if (endsAt != null && endsAt.isBefore(clock.instant())) {
            throw new InvalidInput("until", "这段时间已经过去。");
        }
        requireNote("note", note);
        if (repository.isAbsentWithin(personId, startsAt, endsAt)) {
            throw new InvalidInput("from", person.name() + "在这段时间已有登记。");
        }
        long id = repository.insertAbsence(
                personId, kind.name(), startsAt, endsAt, note.strip(), registeredBy, clock.instant());
        changed(Set.of(personId), "absent");
        return id;
    }

    /** @return whether he was absent */
    boolean endAbsence(long personId) {
        repository.lock();
        boolean wasAbsent = repository.endAbsences(personId, clock.instant()) > 0;
        if (wasAbsent) {
            changed(Set.of(personId), "back");
        }
        return wasAbsent;
    }

    boolean cancelAbsence(long personId, long absenceId) {
        repository.lock();
        boolean wasOpen = repository.cancelAbsence(absenceId, personId, clock.instant()) > 0;
        if (wasOpen) {
            changed(Set.of(personId), "absence-cancelled");
        }
        return wasOpen;
    }

    long delegate(NewDelegation delegation, @Nullable Long registeredBy) {
        repository.lock();
        organization.getPerson(delegation.principalId());
        StaffMember deputy = organization.getPerson(delegation.deputyId());
        if (delegation.principalId() == delegation.deputyId()) {
            throw new InvalidInput("deputy", "不能委托给本人。");
        }
        requirePeriod(delegation.startsAt(), delegation.endsAt());
        requireNote("reason", delegation.reason());
        if (organization.staffing().left().contains(deputy.id())) {
            throw new InvalidInput("deputy", deputy.name() + "已离职，不能代办。");
        }
        if (repository.hasSameDelegation(delegation)) {
            throw new InvalidInput("deputy", "这段时间已委托" + deputy.name() + "代办同样的事项。");
        }
        long id = repository.insertDelegation(delegation, registeredBy, clock.instant());
        changed(Set.of(delegation.principalId(), delegation.deputyId()), "delegated");
        return id;
    }

    DelegationParties getParties(long delegationId) {
        return repository.findDelegation(delegationId).orElseThrow(() -> new NotFound("delegation " + delegationId));
    }

    /** @return false when it had ended before */
    boolean endDelegation(long delegationId) {
        repository.lock();
        var parties =
                repository.findDelegation(delegationId).orElseThrow(() -> new NotFound("delegation " + delegationId));
        boolean wasOpen = repository.endDelegation(delegationId, clock.instant()) > 0;
        if (wasOpen) {
            changed(Set.of(parties.principalId(), parties.deputyId()), "delegation-ended");
        }
        return wasOpen;
    }

    private static void requirePeriod(Instant startsAt, @Nullable Instant endsAt) {
        if (endsAt != null && !endsAt.isAfter(startsAt)) {
            throw new InvalidInput("until", "终止须晚于起始。");
        }
        if (endsAt != null && Duration.between(startsAt, endsAt).compareTo(LONGEST) > 0) {
            throw new InvalidInput("until", "期限不超过十年。");
        }
    }

    private static void requireNote(String field, String note) {
        if (note.length() > LONGEST_NOTE) {
            throw new InvalidInput(field, "不超过 " + LONGEST_NOTE + " 字。");
        }
    }

    private void changed(Set<Long> people, String reason) {
        repository.touch();
        events.publishEvent(new StaffingChanged(people, reason));
    }
}
