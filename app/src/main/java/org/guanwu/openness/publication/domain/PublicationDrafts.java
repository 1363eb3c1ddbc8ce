package org.guanwu.openness.publication.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;
import org.guanwu.foundation.shared.Refusal;
import org.guanwu.foundation.shared.StaleVersion;
import org.guanwu.foundation.structuredtext.StructuredText;
import org.guanwu.office.secrecyreview.LeakChecks;
import org.guanwu.office.secrecyreview.OpenRelease;
import org.guanwu.office.secrecyreview.ReleaseReviews;
import org.guanwu.openness.publication.domain.ItemRepository.NewItem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 拟稿、修改、送审、更正: everything before the gate. */
@Component
public class PublicationDrafts {

    private final ItemRepository items;
    private final CatalogueTerms terms;
    private final CatalogueNumbers numbers;
    private final ReleaseReviews gate;
    private final LeakChecks checks;
    private final EditorTasks tasks;
    private final Ledger ledger;
    private final Clock clock;

    PublicationDrafts(
            ItemRepository items,
            CatalogueTerms terms,
            CatalogueNumbers numbers,
            ReleaseReviews gate,
            LeakChecks checks,
            EditorTasks tasks,
            Ledger ledger,
            Clock clock) {
        this.items = items;
        this.terms = terms;
        this.numbers = numbers;
        this.gate = gate;
        this.checks = checks;
        this.tasks = tasks;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param commandId of the form: pressing twice makes one item */
    @Transactional
    public long create(Actor actor, String commandId, DraftForm form) {
        actor.require(Permission.PUBLICATION_EDIT, actor.unitPath());
        check(form, true, false);
        Unit authority = numbers.authorityOf(actor.unitId());
        StructuredText text = StructuredText.parse(Objects.requireNonNull(form.text()));
        String key = "manual:" + actor.accountId() + ":" + commandId;
        var id = items.insert(
                new NewItem(
                        Item.Source.MANUAL,
                        key,
                        actor.unitId(),
                        actor.unitPath(),
                        actor.unitName(),
                        CatalogueNumbers.authorityCode(authority),
                        form.issuingAuthority().isBlank()
                                ? authority.name()
                                : form.issuingAuthority().strip(),
                        form.topic(),
                        form.type(),
                        form.section(),
                        form.title().strip(),
                        blankToNull(form.documentNumber()),
                        form.documentDate(),
                        form.effectiveOn(),
                        Summary.of(form.summary(), text),
                        actor.personId(),
                        actor.name()),
                clock.instant());
        if (id.isEmpty()) {
            return items.findIdBySource(key).orElseThrow();
        }
        items.insertVersion(version(id.get(), 1, form, text, actor, ""), clock.instant());
        ledger.record(Act.by(
                actor,
                "publication.drafted",
                Objects.requireNonNull(items.lock(id.get())).matter(),
                Map.of()));
        return id.get();
    }

    private static Version version(
            long id, int number, DraftForm form, StructuredText text, Actor actor, String publicNote) {
        return new Version(
                id,
                number,
                Version.State.DRAFT,
                form.title().strip(),
                blankToNull(form.documentNumber()),
                text,
                Summary.of(form.summary(), text),
                publicNote,
                null,
                actor.personId(),
                actor.name(),
                form.attachments() == null ? List.of() : form.attachments());
    }

    @Transactional
    public void save(Actor actor, long id, int seenVersion, DraftForm form) {
        Item item = editable(actor, id);
        refuseStale(item, seenVersion);
        Version draft = draft(item);
        boolean isCorrection = item.currentVersion() > 0;
        check(form, false, isCorrection);
        // the text of an official document is what was signed: only a correction, with its note, may depart from it
        boolean isSigned = item.source() == Item.Source.OFFICIAL_DOCUMENT && !isCorrection;
        StructuredText text = form.text() == null || isSigned ? draft.text() : StructuredText.parse(form.text());
        items.saveDraft(
                new Version(
                        id,
                        draft.number(),
                        Version.State.DRAFT,
                        isSigned ? draft.title() : form.title().strip(),
                        isSigned ? draft.documentNumber() : blankToNull(form.documentNumber()),
                        text,
                        Summary.of(form.summary(), text),
                        isCorrection ? form.publicNote().strip() : "",
                        null,
                        isSigned ? draft.drafterId() : Long.valueOf(actor.personId()),
                        isSigned ? draft.drafterName() : actor.name(),
                        form.attachments() == null ? draft.attachments() : form.attachments()),
                clock.instant());
        if (isCorrection) {
            items.saveDraftVersion(id, draft.number(), clock.instant());
        } else {
            items.saveMetadata(withMetadata(item, form, isSigned, text), clock.instant());
        }
        ledger.record(
                Act.by(actor, "publication.saved", item.matter(), Map.of("version", String.valueOf(draft.number()))));
    }

    private static Item withMetadata(Item item, DraftForm form, boolean isSigned, StructuredText text) {
        return new Item(
                item.id(),
                item.source(),
                item.sourceKey(),
                item.status(),
                item.catalogueNumber(),
                item.unitId(),
                item.unitPath(),
                item.unitName(),
                item.authorityCode(),
                isSigned || form.issuingAuthority().isBlank()
                        ? item.issuingAuthority()
                        : form.issuingAuthority().strip(),
                form.topic(),
                form.type(),
                form.section(),
                isSigned ? item.title() : form.title().strip(),
                isSigned ? item.documentNumber() : blankToNull(form.documentNumber()),
                isSigned ? item.documentDate() : form.documentDate(),
                item.publishedOn(),
                form.effectiveOn(),
                item.repealedOn(),
                item.partlyRepealedOn(),
                Summary.of(form.summary(), text),
                item.currentVersion(),
                item.draftVersion(),
                item.drafterId(),
                item.drafterName(),
                item.lockVersion());
    }

    /** 送审: from here on the text stands still until the gate has spoken */
    @Transactional
    public long submit(Actor actor, long id, int seenVersion) {
        Item item = editable(actor, id);
        Version draft = draft(item);
        if (draft.state() == Version.State.IN_REVIEW) {
            return Objects.requireNonNull(draft.reviewId());
        }
        refuseStale(item, seenVersion);
        if (item.currentVersion() > 0 && draft.publicNote().isBlank()) {
            throw new InvalidInput("publicNote", "更正要写明改了什么、为什么，向公众说明。");
        }
        return submit(actor, item, draft);
    }

    long submit(Actor actor, Item item, Version draft) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("标题", draft.title());
        metadata.put("发文字号", draft.documentNumber() == null ? "（无）" : draft.documentNumber());
        metadata.put("发文机关", item.issuingAuthority());
        metadata.put("成文日期", item.documentDate().toString());
        metadata.put(
                "施行日期", item.effectiveOn() == null ? "（未写）" : item.effectiveOn().toString());
        metadata.put("主题分类", terms.topics().getOrDefault(item.topic(), item.topic()));
        metadata.put("体裁", terms.types().getOrDefault(item.type(), item.type()));
        metadata.put("栏目", terms.sections().getOrDefault(item.section(), item.section()));
        if (!Summary.isDerived(draft.summary(), draft.text())) {
            metadata.put("内容概述", draft.summary());
        }
        if (!draft.publicNote().isBlank()) {
            metadata.put("更正说明", draft.publicNote());
        }
        long reviewId = gate.open(
                actor,
                new OpenRelease(
                        item.matter(),
                        draft.title(),
                        item.page(),
                        draft.drafterId() == null ? actor.personId() : draft.drafterId(),
                        draft.drafterName(),
                        item.unitId(),
                        List.of(new OpenRelease.Text("body", "正文", draft.text())),
                        draft.attachments(),
                        metadata));
        items.saveDraft(with(draft, Version.State.IN_REVIEW, reviewId), clock.instant());
        items.saveDraftVersion(item.id(), draft.number(), clock.instant());
        tasks.end(item, "DONE", actor.personId());
        ledger.record(Act.by(
                actor,
                "publication.submitted",
                item.matter(),
                Map.of("version", String.valueOf(draft.number()), "review", String.valueOf(reviewId))));
        return reviewId;
    }

    static Version with(Version draft, Version.State state, @Nullable Long reviewId) {
        return new Version(
                draft.itemId(),
                draft.number(),
                state,
                draft.title(),
                draft.documentNumber(),
                draft.text(),
                draft.summary(),
                draft.publicNote(),
                reviewId,
                draft.drafterId(),
                draft.drafterName(),
                draft.attachments());
    }

    /** 撤回送审: the drafter, or another editor of the unit, takes it back to change it */
    @Transactional
    public void takeBack(Actor actor, long id) {
        Item item = editable(actor, id);
        Version draft = draft(item);
        if (draft.state() != Version.State.IN_REVIEW) {
            return;
        }
        gate.abandon(actor, item.matter(), "起草单位撤回修改");
        items.saveDraft(with(draft, Version.State.DRAFT, null), clock.instant());
        items.saveDraftVersion(id, draft.number(), clock.instant());
        ledger.record(Act.by(actor, "publication.taken-back", item.matter(), Map.of()));
    }

    /** 更正: a new version beside the published one, which stays in sight until the gate has let the new one through */
    @Transactional
    public void correct(Actor actor, long id, int seenVersion) {
        Item item = editable(actor, id);
        if (item.draftVersion() != null) {
            return;
        }
        if (item.status() != Item.Status.PUBLISHED) {
            throw new Refusal("publication.not-published", "只有已公开的内容可以更正。");
        }
        refuseStale(item, seenVersion);
        Version current = items.getVersion(id, item.currentVersion());
        int next = item.currentVersion() + 1;
        items.deleteDiscardedDraft(id, next);
        items.insertVersion(
                new Version(
                        id,
                        next,
                        Version.State.DRAFT,
                        current.title(),
                        current.documentNumber(),
                        current.text(),
                        current.summary(),
                        "",
                        null,
                        actor.personId(),
                        actor.name(),
                        current.attachments()),
                clock.instant());
        items.saveDraftVersion(id, next, clock.instant());
        ledger.record(
                Act.by(actor, "publication.correction-begun", item.matter(), Map.of("version", String.valueOf(next))));
    }

    /** gives up a draft that was never published, or the draft of a correction */
    @Transactional
    public void discard(Actor actor, long id, int seenVersion, String reason) {
        Item item = editable(actor, id);
        if (item.draftVersion() == null) {
            return;
        }
        refuseStale(item, seenVersion);
        if (reason.isBlank()) {
            throw new InvalidInput("reason", "写明为什么不公开或不更正。");
        }
        Version draft = draft(item);
        gate.abandon(actor, item.matter(), reason.strip());
        items.saveDraft(with(draft, Version.State.DISCARDED, null), clock.instant());
        if (item.currentVersion() > 0) {
            items.saveDraftVersion(id, null, clock.instant());
        } else {
            items.discard(id, clock.instant());
        }
        tasks.end(item, "DONE", actor.personId());
        ledger.record(Act.by(actor, "publication.discarded", item.matter(), Map.of("reason", reason.strip())));
    }

    private Item editable(Actor actor, long id) {
        Item item = items.lock(id);
        actor.requireToSee(Permission.PUBLICATION_EDIT, item.unitPath());
        if (item.status() == Item.Status.WITHDRAWN || item.status() == Item.Status.DISCARDED) {
            throw new Refusal("publication.closed", "这一件" + item.status().label() + "，不能再改。");
        }
        return item;
    }

    private Version draft(Item item) {
        if (item.draftVersion() == null) {
            throw new Refusal("publication.no-draft", "没有正在修改的稿子。要改已公开的内容，请先点“更正”。");
        }
        return items.getVersion(item.id(), item.draftVersion());
    }

    private static void refuseStale(Item item, int seenVersion) {
        if (item.lockVersion() != seenVersion) {
            throw new StaleVersion(item.lockVersion(), "您打开之后，这一件已被修改或送审。");
        }
    }

    private void check(DraftForm form, boolean needsText, boolean isCorrection) {
        List<FieldProblem> problems = new ArrayList<>();
        if (form.title().isBlank() || form.title().length() > 300) {
            problems.add(new FieldProblem("title", "标题必填，不超过 300 字。"));
        }
        if (needsText && (form.text() == null || form.text().isBlank())) {
            problems.add(new FieldProblem("text", "正文必填。"));
        }
        if (form.text() != null && form.text().length() > 1_000_000) {
            problems.add(new FieldProblem("text", "正文不超过 100 万字，长的内容请作为附件。"));
        }
        if (!terms.topics().containsKey(form.topic())) {
            problems.add(new FieldProblem("topic", "请选择主题分类。"));
        }
        if (!terms.types().containsKey(form.type())) {
            problems.add(new FieldProblem("type", "请选择体裁。"));
        }
        if (!terms.sections().containsKey(form.section())) {
            problems.add(new FieldProblem("section", "请选择栏目。"));
        }
        LocalDate date = form.documentDate();
        if (date.getYear() < 1949 || date.getYear() > 9999) {
            problems.add(new FieldProblem("documentDate", "请核对成文日期。"));
        }
        if (form.summary().length() > 500) {
            problems.add(new FieldProblem("summary", "内容概述不超过 500 字。"));
        }
        if (isCorrection && form.publicNote().length() > 1000) {
            problems.add(new FieldProblem("publicNote", "更正说明不超过 1000 字。"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        checks.refuseMarked("title", form.title());
        checks.refuseMarked("summary", form.summary());
        checks.refuseMarked("publicNote", form.publicNote());
        if (form.text() != null) {
            checks.refuseMarked("text", form.text());
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
