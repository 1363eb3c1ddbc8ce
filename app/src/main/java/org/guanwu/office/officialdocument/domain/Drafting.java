package org.guanwu.office.officialdocument.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.foundation.organization.UnitLevel;
import org.guanwu.foundation.shared.Refusal;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 起草、修改: who holds the draft writes it; each save is a version, and none overwrites another window's. */
@Service
public class Drafting {

    /** @param isChanged false: the text was the same, no version was made */
    public record Saved(OutgoingDocumentId id, int version, int draftNo, Instant at, boolean isChanged) {}

    private final OutgoingDocumentRepository documents;
    private final DocumentAccess access;
    private final DocumentHistory history;
    private final EditingRight editing;
    private final SecrecyGate secrecy;
    private final Organization organization;
    private final Recording recording;
    private final Clock clock;

    Drafting(
            OutgoingDocumentRepository documents,
            DocumentAccess access,
            DocumentHistory history,
            EditingRight editing,
            SecrecyGate secrecy,
            Organization organization,
            Recording recording,
            Clock clock) {
        this.documents = documents;
        this.access = access;
        this.history = history;
        this.editing = editing;
        this.secrecy = secrecy;
        this.organization = organization;
        this.recording = recording;
        this.clock = clock;
    }

    /** 建稿; the same command again gives the same document. */
    @Transactional
    public OutgoingDocumentId create(Actor actor, UUID commandId, DraftContent content) {
        actor.require(Permission.DOCUMENT_DRAFT, actor.unitPath());
        secrecy.require(actor, 0, content);
        Optional<OutgoingDocumentId> earlier = documents.findByCommand(commandId);
        if (earlier.isPresent()) {
            return ownDraft(actor, earlier.get());
        }
        var origin = OutgoingDocument.Origin.of(commandId, actor, authorityOf(actor.unitId()), clock.instant());
        Optional<OutgoingDocumentId> inserted = documents.insert(origin, content);
        if (inserted.isEmpty()) {
            return ownDraft(actor, documents.findByCommand(commandId).orElseThrow());
        }
        OutgoingDocumentId id = inserted.get();
        history.keep(documents.get(id), true);
        recording.record(
                actor,
                id,
                "drafted",
                "起草",
                content.type().label(),
                Map.of("type", content.type().name()));
        return id;
    }

    /**
     * 保存.
     *
     * @param isSubstantive declared by the editor; counts only once the document has been sent
     * @throws org.guanwu.foundation.shared.StaleVersion when another window has saved in between
     */
    @Transactional
    public Saved save(
            Actor actor, OutgoingDocumentId id, int readVersion, DraftContent content, boolean isSubstantive) {
        secrecy.require(actor, id.value(), content);
        OutgoingDocument read = access.get(actor, id);
        editing.require(actor, read);
        if (read.version() == readVersion && read.content().equals(content)) {
            var revision = read.revision();
            return new Saved(id, revision.version(), revision.draftNo(), revision.savedAt(), false);
        }
        boolean isOfSubstance = isSubstantive || Substance.isTouched(read.content(), content);
        if (read.version() == readVersion) {
            editing.tellRoute(actor, read, isOfSubstance);
        }
        OutgoingDocument document = documents.lock(id);
        int draftBefore = document.revision().draftNo();
        document.revise(actor, readVersion, content, clock.instant());
        documents.update(document);
        history.keep(document, isOfSubstance);
        var revision = document.revision();
        recordSave(actor, document, revision.draftNo() > draftBefore, isOfSubstance);
        return new Saved(id, revision.version(), revision.draftNo(), revision.savedAt(), true);
    }

    /** 弃稿: a draft that was never sent; what was sent is voided through its route */
    @Transactional
    public void discard(Actor actor, OutgoingDocumentId id, String reason) {
        editing.require(actor, access.get(actor, id));
        OutgoingDocument document = documents.lock(id);
        if (document.status() != DocumentStatus.DRAFT) {
            throw new Refusal("officialdocument.already-sent", "此件已经送审，请在流转中作废。");
        }
        document.markVoid(reason.isBlank() ? "起草人弃稿" : reason);
        documents.update(document);
        recording.record(actor, id, "discarded", "弃稿", reason, Map.of());
    }

    private void recordSave(Actor actor, OutgoingDocument document, boolean isNewDraft, boolean isSubstantive) {
        var revision = document.revision();
        boolean isFirstText = revision.version() == 2;
        var details = Map.of(
                "version", Integer.toString(revision.version()),
                "draft", Integer.toString(revision.draftNo()),
                "substantive", Boolean.toString(isSubstantive));
        if (isNewDraft || isFirstText) {
            String nature = document.status() == DocumentStatus.DRAFT ? "" : isSubstantive ? "，实质性修改" : "，文字性修改";
            recording.record(actor, document.id(), "saved", "保存", "第" + revision.draftNo() + "稿" + nature, details);
        } else {
            recording.recordQuietly(actor, document.id(), "saved", details);
        }
    }

    private OutgoingDocumentId ownDraft(Actor actor, OutgoingDocumentId id) {
        if (documents.get(id).origin().drafterId() != actor.personId()) {
            throw new Refusal("officialdocument.command-taken", "这个请求编号已被使用，请换一个编号再提交。");
        }
        return id;
    }

    /** 公文条例第十七条: 部门内设机构除办公厅（室）外不得对外正式行文; the authority above issues */
    private Unit authorityOf(long unitId) {
        Unit unit = organization.getUnit(unitId);
        while (unit.level() != UnitLevel.AUTHORITY) {
            @Nullable Long parent = unit.parentId();
            if (parent == null) {
                throw new Refusal("officialdocument.no-authority", "您所在的单位没有上级机关，不能制发公文；请联系机构管理员核对机构设置。");
            }
            unit = organization.getUnit(parent);
        }
        return unit;
    }
}
