package org.guanwu.foundation.workingday.domain;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.Refusal;
import org.guanwu.foundation.shared.StaleVersion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A change takes effect. The approval is one transaction; the clocks follow in batches, each with its own, so that an
 * approval is never too large to commit. What a crash leaves undone the sweep completes.
 */
@Component
public class CalendarApproval {

    private final CalendarChangeRepository changes;
    private final CalendarRepository calendars;
    private final CalendarBook book;
    private final ClockRecomputation recomputation;
    private final Ledger ledger;
    private final Clock clock;
    private final TransactionTemplate transactions;

    CalendarApproval(
            CalendarChangeRepository changes,
            CalendarRepository calendars,
            CalendarBook book,
            ClockRecomputation recomputation,
            Ledger ledger,
            Clock clock,
            TransactionTemplate transactions) {
        this.changes = changes;
        this.calendars = calendars;
        this.book = book;
        this.recomputation = recomputation;
        this.ledger = ledger;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * @param revision of the calendar that the approver's preview was compared with
     * @return how many due dates moved
     */
    public int approve(Actor actor, long id, int version, long revision) {
        CalendarChanges.require(actor, Permission.CALENDAR_APPROVE);
        transactions.executeWithoutResult(status -> putInForce(actor, id, version, revision));
        book.refresh();
        return recomputation.run();
    }

    private void putInForce(Actor actor, long id, int version, long revision) {
        changes.lockApprovals();
        CalendarChange change = changes.findForUpdate(id).orElseThrow(() -> new NotFound("calendar change " + id));
        if (change.status() == CalendarChange.Status.IN_FORCE) {
            return;
        }
        if (change.status() != CalendarChange.Status.SUBMITTED) {
            throw new Refusal(
                    "workingday.change-moved-on", "此更改现在是“" + change.status().label() + "”，不能批准。");
        }
        if (Objects.equals(change.draftedBy(), actor.personId())) {
            throw new Refusal("workingday.four-eyes", "起草人不能复核自己的更改，请由另一名管理员复核。");
        }
        if (calendars.revision() != revision) {
            throw new StaleVersion(revision, "日历在您查看之后又有更改生效，变动预览已经不准。请刷新后重新核对。");
        }
        changes.putInForce(id, version, actor, clock.instant());
        Long reverts = change.revertsId();
        if (reverts != null) {
            changes.markRolledBack(reverts);
        }
        ledger.record(Act.by(
                actor,
                reverts == null ? "workingday.calendar-approved" : "workingday.calendar-rolled-back",
                new Matter("calendar-change", id),
                Map.of("notice", change.noticeNumber(), "drafter", change.draftedByName())));
    }
}
