package org.guanwu.foundation.organization.domain;

import java.time.LocalDate;
import java.util.Set;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.OrganizationIntake.NewPerson;
import org.guanwu.foundation.organization.OrganizationIntake.NewUnit;
import org.guanwu.foundation.organization.StaffingChanged;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.foundation.organization.UnitLevel;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 编制: units, posts and who holds them. The rules; who may and the ledger are the callers'. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Establishment {

    private static final int LONGEST_NAME = 80;

    private final OrganizationRepository repository;
    private final Organization organization;
    private final ApplicationEventPublisher events;

    Establishment(OrganizationRepository repository, Organization organization, ApplicationEventPublisher events) {
        this.repository = repository;
        this.organization = organization;
        this.events = events;
    }

    long openUnit(NewUnit unit) {
        repository.lock();
        requireText("code", unit.code(), 40);
        requireText("name", unit.name(), LONGEST_NAME);
        Unit parent = unit.parentId() == null ? null : organization.getUnit(unit.parentId());
        if (parent != null) {
            requireFitting(unit, parent);
        } else if (unit.level() != UnitLevel.AUTHORITY) {
            throw new InvalidInput("level", "最上级单位须为机关。");
        }
        try {
            long id = repository.insertUnit(unit, parent == null ? null : parent.path());
            repository.touch();
            return id;
        } catch (DuplicateKeyException taken) {
            throw new InvalidInput("code", "单位代码“" + unit.code() + "”已被使用。");
        }
    }

    private static void requireFitting(NewUnit unit, Unit parent) {
        if (unit.tier().ordinal() < parent.tier().ordinal()) {
            throw new InvalidInput(
                    "tier",
                    parent.name() + "是" + parent.tier().label() + "，不能下设"
                            + unit.tier().label() + "。");
        }
        if (unit.level() == UnitLevel.AUTHORITY && parent.level() != UnitLevel.AUTHORITY) {
            throw new InvalidInput("level", "机关只能设在机关之下。");
        }
        if (unit.level() != UnitLevel.AUTHORITY && unit.tier() != parent.tier()) {
            throw new InvalidInput("tier", "部门、科室与所在机关同级。");
        }
        if (unit.effectiveFrom().isBefore(parent.effectiveFrom())
                || parent.effectiveTo() != null && unit.effectiveFrom().isAfter(parent.effectiveTo())) {
            throw new InvalidInput("effectiveFrom", "上级单位在该日不存在。");
        }
    }

    /** 更名: the former name stays with its period */
    void renameUnit(long unitId, String name, String shortName, LocalDate from) {
        repository.lock();
        requireText("name", name, LONGEST_NAME);
        Unit unit = organization.getUnit(unitId);
        if (from.isBefore(unit.effectiveFrom())) {
            throw new InvalidInput("effectiveFrom", "不能早于单位设立日 " + unit.effectiveFrom() + "。");
        }
        repository.insertUnitName(unitId, name.strip(), shortName.strip(), from);
        repository.touch();
    }

    /** 撤销: only when nobody works there and nothing stands below it after that day */
    void closeUnit(long unitId, LocalDate lastDay, @Nullable Long successorId) {
        repository.lock();
        Unit unit = organization.getUnit(unitId);
        LocalDate dayAfter = lastDay.plusDays(1);
        if (lastDay.isBefore(unit.effectiveFrom())) {
            throw new InvalidInput("lastDay", "不能早于单位设立日 " + unit.effectiveFrom() + "。");
        }
        if (organization.listSubtree(unitId, dayAfter).stream().anyMatch(u -> u.id() != unitId)) {
            throw new Refusal("organization.unit-has-subunits", unit.name() + "还有下设单位，须先撤销或另设。");
        }
        boolean isStaffed = organization.listPosts(unitId).stream()
                .anyMatch(p -> !organization.listHolders(p.id(), dayAfter).isEmpty());
        if (isStaffed) {
            throw new Refusal("organization.unit-is-staffed", unit.name() + "还有在岗人员，须先调整任岗。");
        }
        repository.closeUnit(unitId, lastDay, successorId);
        repository.touch();
    }

    long openPost(String code, String name, long unitId, LocalDate from) {
        repository.lock();
        requireText("code", code, 60);
        requireText("name", name, LONGEST_NAME);
        organization.getUnit(unitId);
        try {
            long id = repository.insertPost(code.strip(), name.strip(), unitId, from);
            repository.touch();
            return id;
        } catch (DuplicateKeyException taken) {
            throw new InvalidInput("code", "岗位代码“" + code + "”已被使用。");
        }
    }

    long employ(NewPerson person) {
        repository.lock();
        requireText("name", person.name(), 40);
        requirePost(person.postId());
        try {
            long id = repository.insertPerson(person.name().strip(), person.staffNumber(), person.employedFrom());
            repository.insertAssignment(
                    id, person.postId(), person.jobTitle(), person.rank(), true, person.employedFrom(), null);
            changed(id, "employed");
            return id;
        } catch (DuplicateKeyException taken) {
            throw new InvalidInput("staffNumber", "工号“" + person.staffNumber() + "”已被使用。");
        }
    }

    long assign(long personId, long postId, String jobTitle, int rank, LocalDate from, @Nullable LocalDate lastDay) {
        requireAssignable(personId, postId, from, lastDay);
        long id = repository.insertAssignment(personId, postId, jobTitle, rank, false, from, lastDay);
        changed(personId, "assigned");
        return id;
    }

    /** 调任: a new principal post from that day; the former one ends the day before, other posts stay */
    void transfer(long personId, long postId, String jobTitle, int rank, LocalDate from) {
        requireAssignable(personId, postId, from, null);
        repository.endAssignments(personId, from.minusDays(1), true);
        repository.insertAssignment(personId, postId, jobTitle, rank, true, from, null);
        changed(personId, "transferred");
    }

    void endAssignment(long personId, long assignmentId, LocalDate lastDay) {
        repository.lock();
        repository.endAssignment(assignmentId, lastDay);
        changed(personId, "assignment-ended");
    }

    void leave(long personId, LocalDate leftOn) {
        repository.lock();
        organization.getPerson(personId);
        repository.endAssignments(personId, leftOn.minusDays(1), false);
        repository.markLeft(personId, leftOn);
        changed(personId, "left");
    }

    private void requireAssignable(long personId, long postId, LocalDate from, @Nullable LocalDate lastDay) {
        repository.lock();
        organization.getPerson(personId);
        requirePost(postId);
        if (lastDay != null && lastDay.isBefore(from)) {
            throw new InvalidInput("lastDay", "终止日期不能早于起始日期。");
        }
        if (repository.holds(personId, postId, from, lastDay)) {
            throw new InvalidInput("postId", "此人在该时段已任这个岗位。");
        }
    }

    private void requirePost(long postId) {
        if (organization.findPost(postId).isEmpty()) {
            throw new InvalidInput("postId", "没有这个岗位。");
        }
    }

    private void changed(long personId, String reason) {
        repository.touch();
        events.publishEvent(new StaffingChanged(Set.of(personId), reason));
    }

    private static void requireText(String field, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new InvalidInput(field, "请填写，不超过 " + longest + " 字。");
        }
    }
}
