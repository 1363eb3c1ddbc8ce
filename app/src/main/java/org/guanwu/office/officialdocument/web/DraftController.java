package org.guanwu.office.officialdocument.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.identity.Requires;
import org.guanwu.foundation.identity.SignedIn;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.StaleVersion;
import org.guanwu.foundation.web.Frame;
import org.guanwu.office.officialdocument.DocumentType;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.guanwu.office.officialdocument.domain.Attachments;
import org.guanwu.office.officialdocument.domain.DocumentAccess;
import org.guanwu.office.officialdocument.domain.DocumentStatus;
import org.guanwu.office.officialdocument.domain.DraftContent;
import org.guanwu.office.officialdocument.domain.Drafting;
import org.guanwu.office.officialdocument.domain.EditingRight;
import org.guanwu.office.officialdocument.domain.Handling;
import org.guanwu.office.officialdocument.domain.MarkedAsSecret;
import org.guanwu.office.officialdocument.domain.OutgoingDocument;
import org.guanwu.office.officialdocument.domain.PeopleByName;
import org.guanwu.office.officialdocument.domain.Sending;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 起草: new, edit, save, attach, send. Every answer shows what was typed. */
@Controller
class DraftController {

    private final Drafting drafting;
    private final Attachments attachments;
    private final Sending sending;
    private final Handling handling;
    private final DocumentAccess access;
    private final EditingRight editing;
    private final PeopleByName people;
    private final DraftPages pages;

    DraftController(
            Drafting drafting,
            Attachments attachments,
            Sending sending,
            Handling handling,
            DocumentAccess access,
            EditingRight editing,
            PeopleByName people,
            DraftPages pages) {
        this.drafting = drafting;
        this.attachments = attachments;
        this.sending = sending;
        this.handling = handling;
        this.access = access;
        this.editing = editing;
        this.people = people;
        this.pages = pages;
    }

    @Requires(Permission.DOCUMENT_DRAFT)
    @GetMapping("/office/outgoing-documents/new")
    String chooseType(Model model) {
        model.addAttribute("types", listTypes());
        model.addAttribute("commandId", UUID.randomUUID());
        return "officialdocument/new";
    }

    @Requires(Permission.DOCUMENT_DRAFT)
    @PostMapping("/office/outgoing-documents")
    String create(Actor actor, @RequestParam DocumentType type, @RequestParam UUID commandId) {
        return "redirect:/office/outgoing-documents/" + drafting.create(actor, commandId, DraftContent.blank(type))
                + "/edit";
    }

    @SignedIn
    @GetMapping("/office/outgoing-documents/{id}/edit")
    String edit(Actor actor, @PathVariable long id, Model model) {
        OutgoingDocument document = access.get(actor, new OutgoingDocumentId(id));
        if (!editing.answer(actor, document).isAllowed()) {
            return "redirect:/office/outgoing-documents/" + id;
        }
        model.addAttribute("page", pages.draft(actor, document, document.content(), List.of(), Map.of()));
        return "officialdocument/draft";
    }

    @SignedIn
    @PostMapping("/office/outgoing-documents/{id}/edit")
    String save(
            Actor actor,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> posted,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response)
            throws IOException {
        var documentId = new OutgoingDocumentId(id);
        OutgoingDocument read = access.get(actor, documentId);
        var form = new DraftForm(posted);
        boolean isMerge = form.act().equals("merge") && form.version() == read.version();
        DraftContent typed = isMerge ? form.merged(read.content()) : form.content(read.content());
        try {
            var saved = drafting.save(actor, documentId, form.version(), typed, substance(actor, read, form));
            int version = saved.version();
            if (file != null && !file.isEmpty()) {
                version = attachments
                        .add(actor, documentId, version, file.getInputStream(), fileName(file))
                        .version();
            }
            return next(actor, documentId, version, form, flash);
        } catch (StaleVersion stale) {
            response.setStatus(412);
            model.addAttribute("page", pages.conflict(actor, documentId, typed, form, stale));
            return "officialdocument/conflict";
        } catch (MarkedAsSecret refused) {
            response.setStatus(409);
            model.addAttribute("reason", refused.getMessage());
            model.addAttribute("id", id);
            return "officialdocument/secret";
        } catch (InvalidInput invalid) {
            response.setStatus(422);
            OutgoingDocument now = access.get(actor, documentId);
            var shown = now.version() == form.version() ? typed : now.content();
            model.addAttribute("page", pages.draft(actor, now, shown, invalid.problems(), form.choices()));
            return "officialdocument/draft";
        }
    }

    @SignedIn
    @PostMapping("/office/outgoing-documents/{id}/discard")
    String discard(Actor actor, @PathVariable long id, RedirectAttributes flash) {
        drafting.discard(actor, new OutgoingDocumentId(id), "");
        flash.addFlashAttribute(Frame.MESSAGE, "已弃稿，登记簿中保留一行。");
        return "redirect:/office/outgoing-documents";
    }

    private String next(Actor actor, OutgoingDocumentId id, int version, DraftForm form, RedirectAttributes flash) {
        String page = "redirect:/office/outgoing-documents/" + id;
        switch (form.act()) {
            case "send" -> {
                sending.send(actor, id, commandId(form), version, resolve(actor, id, form), form.text("opinion"));
                flash.addFlashAttribute(Frame.MESSAGE, "已送审。对方打开前可以撤回。");
                return page;
            }
            case "resubmit" -> {
                handling.approve(
                        actor,
                        id,
                        commandId(form),
                        form.text("opinion").isBlank() ? "已修改，重新送审。" : form.text("opinion"),
                        resolve(actor, id, form));
                flash.addFlashAttribute(Frame.MESSAGE, "已重新送审。对方打开前可以撤回。");
                return page;
            }
            case "view" -> {
                return page;
            }
            default -> {
                flash.addFlashAttribute(Frame.MESSAGE, "已保存，第 " + version + " 版。");
                return page + "/edit";
            }
        }
    }

    private Map<String, List<Long>> resolve(Actor actor, OutgoingDocumentId id, DraftForm form) {
        long authorityId = access.get(actor, id).origin().authorityId();
        return form.choices().entrySet().stream()
                .filter(choice -> !choice.getValue().isBlank())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        choice -> people.resolve(authorityId, DraftForm.CHOICE + choice.getKey(), choice.getValue())));
    }

    private boolean substance(Actor actor, OutgoingDocument document, DraftForm form) {
        Boolean declared = form.isSubstantive();
        if (document.status() == DocumentStatus.SIGNED
                && declared == null
                && editing.answer(actor, document).isAfterSignature()) {
            throw new InvalidInput("nature", "签发后的修改，请说明是实质性修改还是文字性修改；实质性修改须退回签发人复审（公文条例第二十五条第（一）项）。");
        }
        return declared == null || declared;
    }

    private static UUID commandId(DraftForm form) {
        try {
            return UUID.fromString(form.text("commandId"));
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("", "页面不完整，请刷新后再送。");
        }
    }

    private static String fileName(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null ? "附件" : name;
    }

    private static List<DocumentType> listTypes() {
        return Arrays.stream(DocumentType.values())
                .filter(DocumentType::isIssuedByCustoms)
                .toList();
    }
}
