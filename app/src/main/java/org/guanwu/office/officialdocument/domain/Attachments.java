package org.guanwu.office.officialdocument.domain;

import java.io.InputStream;
import java.util.ArrayList;
import org.guanwu.foundation.filestore.FileStore;
import org.guanwu.foundation.filestore.StoredFile;
import org.guanwu.foundation.filestore.UploadPolicy;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.springframework.stereotype.Service;

/** 附件: screened before a byte is kept, added as a new version of the draft, read by those who see the document. */
@Service
public class Attachments {

    private static final int MOST = 30;

    private final FileStore files;
    private final DocumentAccess access;
    private final EditingRight editing;
    private final SecrecyGate secrecy;
    private final Drafting drafting;

    Attachments(FileStore files, DocumentAccess access, EditingRight editing, SecrecyGate secrecy, Drafting drafting) {
        this.files = files;
        this.access = access;
        this.editing = editing;
        this.secrecy = secrecy;
        this.drafting = drafting;
    }

    /** the same file again changes nothing */
    public Drafting.Saved add(
            Actor actor, OutgoingDocumentId id, int readVersion, InputStream content, String fileName) {
        OutgoingDocument document = access.get(actor, id);
        editing.require(actor, document);
        if (document.content().attachments().size() >= MOST) {
            throw new InvalidInput("file", "一份公文最多附 " + MOST + " 件附件，请合并后再传。");
        }
        secrecy.require(actor, id.value(), "附件名称", fileName);
        StoredFile file = files.store(
                content,
                fileName,
                UploadPolicy.attachment("file"),
                text -> secrecy.require(actor, id.value(), "附件“" + fileName + "”", text));
        var attachments = new ArrayList<>(document.content().attachments());
        if (attachments.stream().noneMatch(a -> a.digest().equals(file.digest()))) {
            attachments.add(DraftAttachment.of(file));
        }
        return drafting.save(actor, id, readVersion, document.content().withAttachments(attachments), true);
    }

    /** @throws NotFound also for a file of another document: its address alone opens nothing */
    public DraftAttachment get(Actor actor, OutgoingDocumentId id, String digest) {
        return access.get(actor, id).content().attachments().stream()
                .filter(a -> a.digest().equals(digest))
                .findFirst()
                .orElseThrow(() -> new NotFound("attachment " + digest));
    }
}
