package org.guanwu.openness.publication.domain;

import java.time.Clock;
import java.util.Map;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.Refusal;
import org.guanwu.office.secrecyreview.ReleaseReviews;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 撤下: one person with the right to release is enough, since what must not be public must go at once. Number, title, date
 * and explanation stay; text, files, search entry and feed entry are gone with this transaction.
 */
@Component
public class Withdrawal {

    private final ItemRepository items;
    private final PublicEntries entries;
    private final ReleaseReviews gate;
    private final Ledger ledger;
    private final Clock clock;

    Withdrawal(ItemRepository items, PublicEntries entries, ReleaseReviews gate, Ledger ledger, Clock clock) {
        this.items = items;
        this.entries = entries;
        this.gate = gate;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param reason read by the public */
    @Transactional
    public void withdraw(Actor actor, long id, String reason) {
        Item item = items.lock(id);
        PublicationAccess.requireToSee(actor, item);
        actor.require(Permission.PUBLICATION_RELEASE, item.unitPath());
        if (item.status() == Item.Status.WITHDRAWN) {
            return;
        }
        if (item.status() != Item.Status.PUBLISHED) {
            throw new Refusal("publication.not-published", "还没有公开的内容不需要撤下。");
        }
        String why = reason.strip();
        if (why.isEmpty() || why.length() > 1000) {
            throw new InvalidInput("reason", "写明撤下的说明，向公众显示，不超过 1000 字。");
        }
        takeOut(item, why);
        ledger.record(Act.by(actor, "publication.withdrawn", item.matter(), Map.of("reason", why)));
    }

    /** 原公文作废: what was published of it goes with it, what waits is not published any more */
    @Transactional
    public void followVoiding(long id, String reason) {
        Item item = items.lock(id);
        String why = "原公文已作废：" + reason.strip();
        if (item.status() == Item.Status.PUBLISHED) {
            takeOut(item, why);
        } else if (item.status() == Item.Status.TO_PUBLISH) {
            dropDraft(item, why);
            items.discard(id, clock.instant());
        } else {
            return;
        }
        ledger.record(Act.bySystem("publication.withdrawn", item.matter(), Map.of("reason", why)));
    }

    private void takeOut(Item item, String why) {
        var now = clock.instant();
        dropDraft(item, "原文已撤下");
        items.withdraw(item.id(), ChinaTime.dateOf(now), why, now);
        items.insertNote(item.id(), item.currentVersion(), ChinaTime.dateOf(now), "撤下：" + why);
        entries.remove(item.key());
    }

    private void dropDraft(Item item, String why) {
        if (item.draftVersion() == null) {
            return;
        }
        gate.abandon(item.matter(), why);
        var draft = items.getVersion(item.id(), item.draftVersion());
        items.saveDraft(PublicationDrafts.with(draft, Version.State.DISCARDED, null), clock.instant());
        items.saveDraftVersion(item.id(), null, clock.instant());
    }
}
