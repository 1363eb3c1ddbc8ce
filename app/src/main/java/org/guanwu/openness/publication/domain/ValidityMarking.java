package org.guanwu.openness.publication.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 废止、修改、解读 marks: on both items, with the day from which they count. The text is not touched, so no review is needed;
 * the right to release is.
 */
@Component
public class ValidityMarking {

    /** what the other document does to this one */
    public enum Mark {
        REPEALED("废止", "REPEALED_BY", "REPEALS"),
        PARTLY_REPEALED("部分废止", "AMENDED_BY", "AMENDS"),
        AMENDED("修改", "AMENDED_BY", "AMENDS"),
        EXPLAINED("解读", "EXPLAINED_BY", "EXPLAINS");

        private final String label;
        private final String here;
        private final String there;

        Mark(String label, String here, String there) {
            this.label = label;
            this.here = here;
            this.there = there;
        }

        public String label() {
            return label;
        }
    }

    private static final int STEP = 500;

    private final ItemRepository items;
    private final PublicEntries entries;
    private final Ledger ledger;
    private final Clock clock;

    ValidityMarking(ItemRepository items, PublicEntries entries, Ledger ledger, Clock clock) {
        this.items = items;
        this.entries = entries;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param byCatalogueNumber the published item that does it; may be blank for a repeal that names no document
     * @param from the day from which it counts
     */
    @Transactional
    public void mark(Actor actor, long id, Mark mark, String byCatalogueNumber, LocalDate from, String note) {
        Item item = items.lock(id);
        PublicationAccess.requireToSee(actor, item);
        actor.require(Permission.PUBLICATION_RELEASE, item.unitPath());
        if (item.status() != Item.Status.PUBLISHED) {
            throw new Refusal("publication.not-published", "只有已公开的内容可以标注有效性。");
        }
        Long other = other(item, mark, byCatalogueNumber.strip());
        if (note.length() > 500) {
            throw new InvalidInput("note", "说明不超过 500 字。");
        }
        var now = clock.instant();
        LocalDate today = ChinaTime.dateOf(now);
        boolean isNew = other == null || items.insertRelation(id, mark.here, other, from);
        if (other != null) {
            items.insertRelation(other, mark.there, id, from);
        }
        boolean isSame = mark == Mark.REPEALED && from.equals(item.repealedOn())
                || mark == Mark.PARTLY_REPEALED && from.equals(item.partlyRepealedOn());
        if (!isNew || isSame) {
            return;
        }
        LocalDate repealed = mark == Mark.REPEALED ? from : item.repealedOn();
        LocalDate partly = mark == Mark.PARTLY_REPEALED ? from : item.partlyRepealedOn();
        items.saveValidity(id, repealed, partly, today, now);
        if (mark != Mark.EXPLAINED) {
            items.insertNote(
                    id,
                    item.currentVersion(),
                    today,
                    from + " 起" + mark.label + (note.isBlank() ? "" : "：" + note.strip()));
        }
        refresh(items.lock(id), today);
        ledger.record(Act.by(
                actor,
                "publication.marked",
                item.matter(),
                Map.of("mark", mark.name(), "from", from.toString(), "by", byCatalogueNumber.strip())));
    }

    private @Nullable Long other(Item item, Mark mark, String byCatalogueNumber) {
        if (byCatalogueNumber.isEmpty()) {
            if (mark == Mark.AMENDED || mark == Mark.EXPLAINED) {
                throw new InvalidInput("by", "填写" + mark.label + "它的文件的索引号。");
            }
            return null;
        }
        long other = items.findIdByCatalogueNumber(byCatalogueNumber)
                .orElseThrow(() -> new InvalidInput("by", "没有索引号是 " + byCatalogueNumber + " 的公开信息。"));
        if (other == item.id()) {
            throw new InvalidInput("by", "不能填写它自己的索引号。");
        }
        return other;
    }

    private void refresh(Item item, LocalDate today) {
        entries.refresh(
                item.id(),
                new ValidityRule(item.effectiveOn(), item.partlyRepealedOn(), item.repealedOn())
                        .on(today)
                        .name());
    }

    /** 施行、废止 announced for a later day: the day has come. Some minutes past midnight in China. */
    @Scheduled(cron = "${guanwu.publication.validity-sweep:0 3 0 * * *}", zone = "Asia/Shanghai")
    @Transactional
    public void sweep() {
        var now = clock.instant();
        LocalDate today = ChinaTime.dateOf(now);
        for (var due = items.listDueForValidity(today, STEP);
                !due.isEmpty();
                due = items.listDueForValidity(today, STEP)) {
            for (long id : due) {
                Item item = items.lock(id);
                items.saveValidity(id, item.repealedOn(), item.partlyRepealedOn(), today, now);
                refresh(item, today);
                ledger.record(
                        Act.bySystem("publication.validity-changed", item.matter(), Map.of("on", today.toString())));
            }
        }
    }
}
