package org.guanwu.foundation.organization.domain;

import java.time.LocalDate;
import java.util.Map;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.OrganizationIntake.NewPerson;
import org.guanwu.foundation.organization.OrganizationIntake.NewUnit;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.Matter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 维护机构人员 by a system administrator, within the subtree his right holds for. */
@Service
@Transactional
public class OrganizationEditing {

    private final Establishment establishment;
    private final Organization organization;
    private final PersonRecords records;
    private final Ledger ledger;

    OrganizationEditing(Establishment establishment, Organization organization, PersonRecords records, Ledger ledger) {
        this.establishment = establishment;
        this.organization = organization;
        this.records = records;
        this.ledger = ledger;
    }

    public long openUnit(Actor actor, NewUnit unit) {
        requireFor(actor, unit.parentId() == null ? "/" : pathOf(unit.parentId()));
        long id = establishment.openUnit(unit);
        record(actor, "organization.unit-opened", "unit", id, Map.of("name", unit.name(), "code", unit.code()));
        return id;
    }

    public void renameUnit(Actor actor, long unitId, String name, String shortName, LocalDate from) {
        requireFor(actor, pathOf(unitId));
        String former = organization.getUnit(unitId).name();
        establishment.renameUnit(unitId, name, shortName, from);
        record(
                actor,
                "organization.unit-renamed",
                "unit",
                unitId,
                Map.of("from", former, "to", name, "effective", from.toString()));
    }

    public void closeUnit(Actor actor, long unitId, LocalDate lastDay, @Nullable Long successorId) {
        requireFor(actor, pathOf(unitId));
        establishment.closeUnit(unitId, lastDay, successorId);
        record(
                actor,
                "organization.unit-closed",
                "unit",
                unitId,
                Map.of("lastDay", lastDay.toString(), "successor", successorId == null ? "" : "" + successorId));
    }

    public long openPost(Actor actor, long unitId, String code, String name, LocalDate from) {
        requireFor(actor, pathOf(unitId));
        long id = establishment.openPost(code, name, unitId, from);
        record(actor, "organization.post-opened", "post", id, Map.of("name", name, "unit", "" + unitId));
        return id;
    }

    public long employ(Actor actor, NewPerson person) {
        requireFor(actor, pathOfPost(person.postId()));
        long id = establishment.employ(person);
        record(actor, "organization.person-employed", "person", id, Map.of("post", "" + person.postId()));
        return id;
    }

    public void assign(
            Actor actor,
            long personId,
            long postId,
            String jobTitle,
            int rank,
            LocalDate from,
            @Nullable LocalDate lastDay) {
        requireFor(actor, pathOfPost(postId));
        establishment.assign(personId, postId, jobTitle, rank, from, lastDay);
        record(actor, "organization.post-assigned", "person", personId, Map.of("post", "" + postId));
    }

    public void transfer(Actor actor, long personId, long postId, String jobTitle, int rank, LocalDate from) {
        requireFor(actor, organization.getPerson(personId).unitPath());
        requireFor(actor, pathOfPost(postId));
        establishment.transfer(personId, postId, jobTitle, rank, from);
        record(
                actor,
                "organization.person-transferred",
                "person",
                personId,
                Map.of("post", "" + postId, "from", from.toString()));
    }

    public void endAssignment(Actor actor, long personId, long assignmentId, LocalDate lastDay) {
        requireFor(actor, organization.getPerson(personId).unitPath());
        var assignment = records.getAssignment(personId, assignmentId);
        if (assignment.isPrincipal()) {
            throw new InvalidInput("lastDay", "主岗随调任或离职终止，不能单独取消。");
        }
        establishment.endAssignment(personId, assignmentId, lastDay);
        record(
                actor,
                "organization.assignment-ended",
                "person",
                personId,
                Map.of("assignment", "" + assignmentId, "lastDay", lastDay.toString()));
    }

    public void leave(Actor actor, long personId, LocalDate leftOn) {
        requireFor(actor, organization.getPerson(personId).unitPath());
        establishment.leave(personId, leftOn);
        record(actor, "organization.person-left", "person", personId, Map.of("leftOn", leftOn.toString()));
    }

    private static void requireFor(Actor actor, String unitPath) {
        actor.require(Permission.ORGANIZATION_EDIT, unitPath);
    }

    private String pathOf(long unitId) {
        return organization.getUnit(unitId).path();
    }

    private String pathOfPost(long postId) {
        return organization
                .findPost(postId)
                .map(p -> organization.getUnit(p.unitId()))
                .map(Unit::path)
                .orElseThrow(() -> new InvalidInput("postId", "请选择岗位。"));
    }

    private void record(Actor actor, String act, String type, long id, Map<String, String> details) {
        ledger.record(Act.by(actor, act, new Matter(type, id), details));
    }
}
