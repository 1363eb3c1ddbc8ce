package org.guanwu.foundation.workingday.domain;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 工作日历更改: one person drafts and submits; nothing is in force before another has approved it. */
@Component
public class CalendarChanges {

    private final CalendarChangeRepository changes;
    private final CalendarRepository calendars;
    private final Ledger ledger;
    private final Clock clock;

    CalendarChanges(CalendarChangeRepository changes, CalendarRepository calendars, Ledger ledger, Clock clock) {
        this.changes = changes;
        this.calendars = calendars;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param commandId of the form: the same form sent twice is one draft */
    @Transactional
    public long draft(Actor actor, UUID commandId, CalendarDraft draft) {
        require(actor, Permission.CALENDAR_EDIT);
        var earlier = changes.findByCommand(commandId);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        draft.check();
        long id = changes.insert(commandId, draft, CalendarChange.Status.DRAFT, null, actor, clock.instant());
        calendars.replaceDays(id, draft.entries());
        record(actor, "workingday.calendar-drafted", id, draft.noticeNumber());
        return id;
    }

    @Transactional
    public void revise(Actor actor, long id, int version, CalendarDraft draft) {
        require(actor, Permission.CALENDAR_EDIT);
        CalendarChange change = locked(id);
        requireDrafter(actor, change);
        requireStatus(change, CalendarChange.Status.DRAFT);
        draft.check();
        changes.update(id, version, draft);
        calendars.replaceDays(id, draft.entries());
        record(actor, "workingday.calendar-revised", id, draft.noticeNumber());
    }

    @Transactional
    public void submit(Actor actor, long id, int version) {
        require(actor, Permission.CALENDAR_EDIT);
        CalendarChange change = locked(id);
        requireDrafter(actor, change);
        if (change.status() == CalendarChange.Status.SUBMITTED) {
            return;
        }
        requireStatus(change, CalendarChange.Status.DRAFT);
        changes.move(id, version, CalendarChange.Status.SUBMITTED, clock.instant(), "");
        record(actor, "workingday.calendar-submitted", id, change.noticeNumber());
    }

    /** the one who drafted may take it back at any time before approval; so may whoever keeps the calendar after him */
    @Transactional
    public void discard(Actor actor, long id, int version) {
        require(actor, Permission.CALENDAR_EDIT);
        CalendarChange change = locked(id);
        if (change.status() == CalendarChange.Status.DISCARDED) {
            return;
        }
        if (!change.isOpen()) {
            throw new Refusal(
                    "workingday.change-closed", "此更改已" + change.status().label() + "，不能放弃。");
        }
        changes.move(id, version, CalendarChange.Status.DISCARDED, null, change.returnedNote());
        record(actor, "workingday.calendar-discarded", id, change.noticeNumber());
    }

    @Transactional
    public void sendBack(Actor actor, long id, int version, String note) {
        require(actor, Permission.CALENDAR_APPROVE);
        CalendarChange change = locked(id);
        requireStatus(change, CalendarChange.Status.SUBMITTED);
        if (note.isBlank()) {
            throw new InvalidInput("returnedNote", "请写明退回的理由。");
        }
        changes.move(id, version, CalendarChange.Status.DRAFT, null, note.strip());
        record(actor, "workingday.calendar-returned", id, change.noticeNumber());
    }

    /** A roll-back is a change like any other: it is submitted and another person approves it. */
    @Transactional
    public long draftRollBack(Actor actor, UUID commandId, long id, String note) {
        require(actor, Permission.CALENDAR_EDIT);
        var earlier = changes.findByCommand(commandId);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        CalendarChange change = locked(id);
        if (!change.canBeRolledBack()) {
            throw new Refusal(
                    "workingday.cannot-roll-back",
                    change.draftedBy() == null
                            ? "随产品交付的安排不能回退，有误请录入更正。"
                            : "只有生效的更改可以回退，此更改" + change.status().label() + "。");
        }
        if (changes.hasOpenRollBackOf(id)) {
            throw new Refusal("workingday.roll-back-open", "此更改的回退已在办理，等待复核。");
        }
        var draft = new CalendarDraft(
                CalendarChange.Kind.ROLL_BACK,
                change.year(),
                change.noticeNumber(),
                change.title(),
                change.address(),
                change.issuedOn(),
                note,
                List.of());
        long rollBack = changes.insert(commandId, draft, CalendarChange.Status.SUBMITTED, id, actor, clock.instant());
        record(actor, "workingday.calendar-roll-back-submitted", rollBack, change.noticeNumber());
        return rollBack;
    }

    @Transactional(readOnly = true)
    public CalendarChange get(long id) {
        return changes.find(id).orElseThrow(() -> new NotFound("calendar change " + id));
    }

    /** its own dates, not the calendar they make */
    List<CalendarFold.Entry> listDays(long id) {
        return calendars.listDays(id);
    }

    @Transactional(readOnly = true)
    public List<CalendarDraft.Day> listDraftDays(long id) {
        return calendars.listDays(id).stream()
                .map(e -> new CalendarDraft.Day(e.date(), e.kind(), e.name(), "days"))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<CalendarChange> listOfYear(int year) {
        return changes.listOfYear(year);
    }

    @Transactional(readOnly = true)
    public List<CalendarChange> listOpen() {
        return changes.listOpen();
    }

    private CalendarChange locked(long id) {
        return changes.findForUpdate(id).orElseThrow(() -> new NotFound("calendar change " + id));
    }

    private static void requireStatus(CalendarChange change, CalendarChange.Status status) {
        if (change.status() != status) {
            throw new Refusal(
                    "workingday.change-moved-on", "此更改现在是“" + change.status().label() + "”，不能办理这一步。");
        }
    }

    private static void requireDrafter(Actor actor, CalendarChange change) {
        if (!Objects.equals(change.draftedBy(), actor.personId())) {
            throw new Refusal("workingday.not-the-drafter", "此更改由" + change.draftedByName() + "起草，只能由本人修改和提交。");
        }
    }

    static void require(Actor actor, Permission permission) {
        if (!actor.may(permission)) {
            throw new Refusal("identity.not-permitted", "您没有“" + permission.label() + "”的权限，此操作已记录。");
        }
    }

    private void record(Actor actor, String act, long id, String noticeNumber) {
        ledger.record(Act.by(actor, act, new Matter("calendar-change", id), Map.of("notice", noticeNumber)));
    }
}
