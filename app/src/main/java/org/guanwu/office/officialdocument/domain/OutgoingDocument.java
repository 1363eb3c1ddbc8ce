package org.guanwu.office.officialdocument.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.numbering.DocumentNumber;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.Refusal;
import org.guanwu.foundation.shared.StaleVersion;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.jspecify.annotations.Nullable;

/** 发文: one document from its first draft to issue. What the law asks of it as a whole is guarded here. */
public final class OutgoingDocument {

    private final OutgoingDocumentId id;
    private final Origin origin;
    private Progress progress;
    private Revision revision;
    private @Nullable Signature signature;
    private @Nullable DocumentNumber number;

    /** what never changes: who drafted it where, and in whose name it will be issued (公文条例第十七条: never a department's) */
    public record Origin(
            UUID commandId,
            long unitId,
            String unitPath,
            String unitName,
            long authorityId,
            String authorityName,
            long drafterId,
            String drafterName,
            Instant createdAt) {

        static Origin of(UUID commandId, Actor drafter, Unit authority, Instant at) {
            return new Origin(
                    commandId,
                    drafter.unitId(),
                    drafter.unitPath(),
                    drafter.unitName(),
                    authority.id(),
                    authority.name(),
                    drafter.personId(),
                    drafter.name(),
                    at);
        }
    }

    /** the latest text and who saved it */
    public record Revision(
            int version,
            int draftNo,
            boolean isHandedOver,
            DraftContent content,
            long savedBy,
            String savedByName,
            Instant savedAt) {}

    public record Progress(
            DocumentStatus status,
            @Nullable Instant sentAt,
            @Nullable Instant issuedAt,
            @Nullable String voidReason) {}

    /** 签发: the date of it is 成文日期 */
    public record Signature(LocalDate documentDate, long signatoryId, String signatoryName) {}

    OutgoingDocument(
            OutgoingDocumentId id,
            Origin origin,
            Progress progress,
            Revision revision,
            @Nullable Signature signature,
            @Nullable DocumentNumber number) {
        this.id = id;
        this.origin = origin;
        this.progress = progress;
        this.revision = revision;
        this.signature = signature;
        this.number = number;
    }

    /** @throws StaleVersion when another window has saved in between */
    void revise(Actor editor, int readVersion, DraftContent content, Instant at) {
        if (readVersion != revision.version) {
            throw new StaleVersion(
                    revision.version,
                    "这份文稿 " + ChinaTime.minute(revision.savedAt).substring(11) + " 在另一个窗口保存过，是"
                            + (revision.savedBy == editor.personId() ? "您本人" : revision.savedByName) + "，第 "
                            + revision.version + " 版。您在这个窗口写的内容还在，没有覆盖那一版。");
        }
        if (status() == DocumentStatus.ISSUED || status() == DocumentStatus.VOIDED) {
            throw new Refusal("officialdocument.closed", "此件" + status().label() + "，不能再修改正文。");
        }
        if (status() != DocumentStatus.DRAFT && content.type() != revision.content.type()) {
            throw new Refusal("officialdocument.type-fixed", "此件已送审，路线和编号按原文种进行，不能改文种；确需改变的，请作废后重新起草。");
        }
        boolean isNewDraft = revision.isHandedOver;
        revision = new Revision(
                revision.version + 1,
                isNewDraft ? revision.draftNo + 1 : revision.draftNo,
                false,
                content,
                editor.personId(),
                editor.name(),
                at);
    }

    void send(Instant at) {
        if (status() != DocumentStatus.DRAFT) {
            throw new Refusal("officialdocument.already-sent", "此件已经送审，无须再送。");
        }
        progress = new Progress(DocumentStatus.UNDER_WAY, at, null, null);
        handOver();
    }

    /** somebody else will read it from here on: the next change makes a new 稿 */
    void handOver() {
        revision = new Revision(
                revision.version,
                revision.draftNo,
                true,
                revision.content,
                revision.savedBy,
                revision.savedByName,
                revision.savedAt);
    }

    void returnToDrafter() {
        unsign();
        become(DocumentStatus.RETURNED);
        handOver();
    }

    /** back on its way to the signature, which therefore no longer stands */
    void resume() {
        unsign();
        become(DocumentStatus.UNDER_WAY);
    }

    /** 公文条例第九条第十二项: 成文日期署会议通过或者发文机关负责人签发的日期; in joint issue that of the last signature */
    void sign(long signatoryId, String signatoryName, LocalDate on) {
        Signature earlier = signature;
        signature = earlier != null && earlier.documentDate.isAfter(on)
                ? earlier
                : new Signature(on, signatoryId, signatoryName);
        become(DocumentStatus.SIGNED);
        handOver();
    }

    void receiveNumber(DocumentNumber assigned) {
        if (number != null && !number.equals(assigned)) {
            throw new Refusal("officialdocument.numbered", "此件已有文号" + number + "，不能再取新号。");
        }
        number = assigned;
    }

    void issue(Instant at) {
        if (signature == null) {
            throw new Refusal("officialdocument.unsigned", "此件未经签发，不能印发（公文条例第二十二条）。");
        }
        if (number == null) {
            throw new Refusal("officialdocument.unnumbered", "此件没有文号，不能印发；请在复核环节取号。");
        }
        progress = new Progress(DocumentStatus.ISSUED, progress.sentAt, at, null);
    }

    void markVoid(String reason) {
        if (status() == DocumentStatus.VOIDED) {
            throw new Refusal("officialdocument.voided", "此件已作废。");
        }
        progress = new Progress(DocumentStatus.VOIDED, progress.sentAt, progress.issuedAt, reason);
    }

    private void unsign() {
        signature = null;
    }

    private void become(DocumentStatus status) {
        progress = new Progress(status, progress.sentAt, null, null);
    }

    public OutgoingDocumentId id() {
        return id;
    }

    public Origin origin() {
        return origin;
    }

    public Progress progress() {
        return progress;
    }

    public Revision revision() {
        return revision;
    }

    public DocumentStatus status() {
        return progress.status;
    }

    public DraftContent content() {
        return revision.content;
    }

    public int version() {
        return revision.version;
    }

    public @Nullable Signature signature() {
        return signature;
    }

    public @Nullable DocumentNumber number() {
        return number;
    }
}
