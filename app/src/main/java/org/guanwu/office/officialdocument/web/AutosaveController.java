package org.guanwu.office.officialdocument.web;

import java.util.Map;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.SignedIn;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.StaleVersion;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.guanwu.office.officialdocument.domain.DocumentAccess;
import org.guanwu.office.officialdocument.domain.DraftContent;
import org.guanwu.office.officialdocument.domain.Drafting;
import org.guanwu.office.officialdocument.domain.EditingRight;
import org.guanwu.office.officialdocument.domain.OutgoingDocument;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 自动保存: like PUT, but a form, so that the same fields travel with and without the script. */
@RestController
class AutosaveController {

    private final Drafting drafting;
    private final DocumentAccess access;
    private final EditingRight editing;

    AutosaveController(Drafting drafting, DocumentAccess access, EditingRight editing) {
        this.drafting = drafting;
        this.access = access;
        this.editing = editing;
    }

    /** @param characters what is counted against the length limits */
    record Saved(int version, int draftNo, String savedAt, int characters) {}

    @SignedIn
    @PostMapping(path = "/office/outgoing-documents/{id}/autosave", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> autosave(
            Actor actor,
            @PathVariable long id,
            @RequestHeader(name = "If-Match") String ifMatch,
            @RequestParam MultiValueMap<String, String> posted) {
        var documentId = new OutgoingDocumentId(id);
        OutgoingDocument read = access.get(actor, documentId);
        if (editing.answer(actor, read).isAfterSignature()) {
            throw new InvalidInput("nature", "签发后的修改不自动保存：请说明改动性质后保存。");
        }
        var form = new DraftForm(posted);
        DraftContent typed = form.content(read.content());
        try {
            Boolean declared = form.isSubstantive();
            var saved = drafting.save(actor, documentId, IfMatch.version(ifMatch), typed, declared == null || declared);
            return ResponseEntity.ok()
                    .eTag(Integer.toString(saved.version()))
                    .body(new Saved(
                            saved.version(),
                            saved.draftNo(),
                            ChinaTime.minute(saved.at()).substring(11),
                            typed.text().characterCount()));
        } catch (StaleVersion stale) {
            return conflict(access.get(actor, documentId), typed, stale);
        }
    }

    /** both texts go back, so that no window has to ask for what it does not know */
    private static ResponseEntity<ProblemDetail> conflict(
            OutgoingDocument theirs, DraftContent mine, StaleVersion stale) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.PRECONDITION_FAILED, stale.getMessage());
        problem.setTitle("另一个窗口已保存");
        problem.setProperty("version", theirs.version());
        problem.setProperty("theirs", text(theirs.content()));
        problem.setProperty("mine", text(mine));
        return ResponseEntity.status(HttpStatus.PRECONDITION_FAILED)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static Map<String, String> text(DraftContent content) {
        return Map.of("title", content.title(), "body", content.body());
    }
}
