package org.guanwu.foundation.organization.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.organization.AbsenceKind;
import org.guanwu.foundation.organization.OrganizationIntake;
import org.guanwu.foundation.shared.Matter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** {@link OrganizationIntake}: each call one transaction and one ledger entry of the system. */
@Service
@Transactional
class OrganizationBuilding implements OrganizationIntake {

    private final Establishment establishment;
    private final Presence presence;
    private final Ledger ledger;

    OrganizationBuilding(Establishment establishment, Presence presence, Ledger ledger) {
        this.establishment = establishment;
        this.presence = presence;
        this.ledger = ledger;
    }

    @Override
    public long openUnit(NewUnit unit) {
        long id = establishment.openUnit(unit);
        record("organization.unit-opened", "unit", id);
        return id;
    }

    @Override
    public long openPost(String code, String name, long unitId, LocalDate from) {
        long id = establishment.openPost(code, name, unitId, from);
        record("organization.post-opened", "post", id);
        return id;
    }

    @Override
    public long employ(NewPerson person) {
        long id = establishment.employ(person);
        record("organization.person-employed", "person", id);
        return id;
    }

    @Override
    public long assign(
            long personId, long postId, String jobTitle, int rank, LocalDate from, @Nullable LocalDate lastDay) {
        long id = establishment.assign(personId, postId, jobTitle, rank, from, lastDay);
        record("organization.post-assigned", "person", personId);
        return id;
    }

    @Override
    public long registerAbsence(
            long personId, AbsenceKind kind, Instant startsAt, @Nullable Instant endsAt, String note) {
        long id = presence.registerAbsence(personId, kind, startsAt, endsAt, note, null);
        record("organization.absence-registered", "person", personId);
        return id;
    }

    @Override
    public void endAbsence(long personId) {
        if (presence.endAbsence(personId)) {
            record("organization.absence-ended", "person", personId);
        }
    }

    @Override
    public long delegate(NewDelegation delegation) {
        long id = presence.delegate(delegation, null);
        record("organization.delegated", "delegation", id);
        return id;
    }

    @Override
    public void endDelegation(long delegationId) {
        if (presence.endDelegation(delegationId)) {
            record("organization.delegation-ended", "delegation", delegationId);
        }
    }

    @Override
    public void leave(long personId, LocalDate leftOn) {
        establishment.leave(personId, leftOn);
        record("organization.person-left", "person", personId);
    }

    private void record(String act, String type, long id) {
        ledger.record(Act.bySystem(act, new Matter(type, id), Map.of()));
    }
}
