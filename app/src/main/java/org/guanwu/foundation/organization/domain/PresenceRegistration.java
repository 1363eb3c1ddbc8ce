package org.guanwu.foundation.organization.domain;

import java.time.Instant;
import java.util.Map;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.organization.AbsenceKind;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.OrganizationIntake.NewDelegation;
import org.guanwu.foundation.organization.StaffMember;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 离岗登记与授权代办: by the person himself, or for him by whoever administers routes or the organization in his unit, since
 * a leader's leave is registered by the office.
 */
@Service
@Transactional
public class PresenceRegistration {

    private final Presence presence;
    private final Organization organization;
    private final Ledger ledger;

    PresenceRegistration(Presence presence, Organization organization, Ledger ledger) {
        this.presence = presence;
        this.organization = organization;
        this.ledger = ledger;
    }

    public boolean mayRegisterFor(Actor actor, StaffMember person) {
        return actor.personId() == person.id()
                || actor.may(Permission.ORGANIZATION_EDIT, person.unitPath())
                || actor.may(Permission.ROUTE_ADMINISTER, person.unitPath());
    }

    public void registerAbsence(
            Actor actor, long personId, AbsenceKind kind, Instant startsAt, @Nullable Instant endsAt, String note) {
        requireFor(actor, personId);
        presence.registerAbsence(personId, kind, startsAt, endsAt, note, actor.personId());
        record(
                actor,
                "organization.absence-registered",
                personId,
                Map.of("kind", kind.name(), "from", startsAt.toString(), "until", endsAt == null ? "" : "" + endsAt));
    }

    public void endAbsence(Actor actor, long personId) {
        requireFor(actor, personId);
        if (presence.endAbsence(personId)) {
            record(actor, "organization.absence-ended", personId, Map.of());
        }
    }

    public void cancelAbsence(Actor actor, long personId, long absenceId) {
        requireFor(actor, personId);
        if (presence.cancelAbsence(personId, absenceId)) {
            record(actor, "organization.absence-cancelled", personId, Map.of("absence", "" + absenceId));
        }
    }

    public void delegate(Actor actor, NewDelegation delegation) {
        requireFor(actor, delegation.principalId());
        presence.delegate(delegation, actor.personId());
        record(
                actor,
                "organization.delegated",
                delegation.principalId(),
                Map.of(
                        "deputy",
                        "" + delegation.deputyId(),
                        "from",
                        delegation.startsAt().toString(),
                        "until",
                        delegation.endsAt() == null ? "" : "" + delegation.endsAt(),
                        "matterType",
                        delegation.matterType() == null ? "" : delegation.matterType(),
                        "reason",
                        delegation.reason()));
    }

    /** by the principal or for him; the deputy may give it back */
    public void endDelegation(Actor actor, long delegationId) {
        var parties = presence.getParties(delegationId);
        if (actor.personId() != parties.deputyId()) {
            requireFor(actor, parties.principalId());
        }
        if (presence.endDelegation(delegationId)) {
            record(
                    actor,
                    "organization.delegation-ended",
                    parties.principalId(),
                    Map.of("deputy", "" + parties.deputyId()));
        }
    }

    private void requireFor(Actor actor, long personId) {
        StaffMember person = organization.findPerson(personId).orElseThrow(() -> new NotFound("person " + personId));
        if (!mayRegisterFor(actor, person)) {
            throw new Refusal("organization.not-his-presence", "只能登记本人的离岗和代办；他人的由其单位业务管理员登记。");
        }
    }

    private void record(Actor actor, String act, long personId, Map<String, String> details) {
        ledger.record(Act.by(actor, act, new Matter("person", personId), details));
    }
}
