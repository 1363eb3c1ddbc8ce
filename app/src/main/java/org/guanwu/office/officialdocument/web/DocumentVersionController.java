package org.guanwu.office.officialdocument.web;

import java.util.ArrayList;
import java.util.List;
import org.guanwu.foundation.filestore.FileDownloads;
import org.guanwu.foundation.filestore.StoredFile;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.SignedIn;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.guanwu.office.officialdocument.domain.Attachments;
import org.guanwu.office.officialdocument.domain.DocumentAccess;
import org.guanwu.office.officialdocument.domain.DocumentComparison;
import org.guanwu.office.officialdocument.domain.DocumentHistory;
import org.guanwu.office.officialdocument.domain.DocumentVersion;
import org.guanwu.office.officialdocument.domain.OutgoingDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 历史版本, 版本比较 and 附件 of a document. */
@Controller
class DocumentVersionController {

    private final DocumentAccess access;
    private final DocumentHistory history;
    private final Attachments attachments;
    private final FileDownloads downloads;

    DocumentVersionController(
            DocumentAccess access, DocumentHistory history, Attachments attachments, FileDownloads downloads) {
        this.access = access;
        this.history = history;
        this.attachments = attachments;
        this.downloads = downloads;
    }

    @SignedIn
    @GetMapping("/office/outgoing-documents/{id}/versions")
    String versions(
            Actor actor, @PathVariable long id, @RequestParam(defaultValue = "false") boolean every, Model model) {
        OutgoingDocument document = access.get(actor, new OutgoingDocumentId(id));
        List<DocumentVersion.Line> versions = history.listVersions(document.id(), every);
        var lines = new ArrayList<VersionsPage.Line>();
        for (int i = 0; i < versions.size(); i++) {
            int before = i + 1 < versions.size() ? versions.get(i + 1).version() : 0;
            lines.add(new VersionsPage.Line(
                    versions.get(i), ChinaTime.minute(versions.get(i).savedAt()), before));
        }
        model.addAttribute("page", new VersionsPage(id, document.content().title(), every, lines));
        return "officialdocument/versions";
    }

    @SignedIn
    @GetMapping("/office/outgoing-documents/{id}/compare")
    String compare(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer left,
            @RequestParam(required = false) @Nullable Integer right,
            @RequestParam(defaultValue = "side") String view,
            Model model) {
        OutgoingDocument document = access.get(actor, new OutgoingDocumentId(id));
        List<DocumentVersion.Line> drafts = history.listVersions(document.id(), false);
        int newest = right == null ? document.version() : right;
        int older = left == null ? versionBefore(drafts, newest) : left;
        DocumentVersion leftVersion = version(document, older);
        DocumentVersion rightVersion = version(document, newest);
        model.addAttribute(
                "page",
                new ComparePage(
                        id,
                        document.content().title(),
                        leftVersion,
                        rightVersion,
                        label(leftVersion),
                        label(rightVersion),
                        DocumentComparison.of(leftVersion.content(), rightVersion.content()),
                        options(drafts, leftVersion, rightVersion),
                        view.equals("merged"),
                        document.signature() != null));
        return "officialdocument/compare";
    }

    @SignedIn
    @GetMapping("/office/outgoing-documents/{id}/attachments/{digest}")
    ResponseEntity<Resource> attachment(Actor actor, @PathVariable long id, @PathVariable String digest) {
        var attachment = attachments.get(actor, new OutgoingDocumentId(id), digest);
        return downloads.download(
                new StoredFile(attachment.digest(), attachment.mediaType(), attachment.size(), attachment.fileName()));
    }

    private DocumentVersion version(OutgoingDocument document, int version) {
        return history.findVersion(document.id(), version)
                .orElseThrow(() -> new NotFound("version " + version + " of outgoing document " + document.id()));
    }

    /** last save of the draft before the one that holds this version; itself when there is none */
    private static int versionBefore(List<DocumentVersion.Line> drafts, int version) {
        int draft = drafts.stream()
                .filter(v -> v.version() >= version)
                .mapToInt(DocumentVersion.Line::draftNo)
                .min()
                .orElse(1);
        return drafts.stream()
                .filter(v -> v.draftNo() < draft)
                .mapToInt(DocumentVersion.Line::version)
                .max()
                .orElse(1);
    }

    private static List<ComparePage.VersionOption> options(
            List<DocumentVersion.Line> drafts, DocumentVersion left, DocumentVersion right) {
        var options = new ArrayList<ComparePage.VersionOption>();
        drafts.forEach(v -> options.add(new ComparePage.VersionOption(
                v.version(),
                "第" + v.draftNo() + "稿 " + ChinaTime.minute(v.savedAt()).substring(5) + " " + v.savedByName())));
        for (DocumentVersion shown : List.of(left, right)) {
            if (options.stream().noneMatch(o -> o.version() == shown.version())) {
                options.add(new ComparePage.VersionOption(shown.version(), label(shown) + " " + shown.savedByName()));
            }
        }
        return options;
    }

    private static String label(DocumentVersion version) {
        return "第" + version.draftNo() + "稿（第" + version.version() + "版） "
                + ChinaTime.minute(version.savedAt()).substring(5);
    }
}
