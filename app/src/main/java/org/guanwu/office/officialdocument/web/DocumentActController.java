package org.guanwu.office.officialdocument.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.SignedIn;
import org.guanwu.foundation.routing.OnScreen;
import org.guanwu.foundation.routing.ReturnRequest;
import org.guanwu.foundation.routing.Routing;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.Refusal;
import org.guanwu.foundation.web.Frame;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.guanwu.office.officialdocument.domain.DocumentAccess;
import org.guanwu.office.officialdocument.domain.OutgoingDocument;
import org.guanwu.office.officialdocument.domain.PeopleByName;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 我的办理 on the page of the document: pass on or return. A refusal shows the page as it is now, with what was written. */
@Controller
class DocumentActController {

    private final Routing routing;
    private final DocumentAccess access;
    private final PeopleByName people;
    private final MatterPages pages;

    DocumentActController(Routing routing, DocumentAccess access, PeopleByName people, MatterPages pages) {
        this.routing = routing;
        this.access = access;
        this.people = people;
        this.pages = pages;
    }

    @SignedIn
    @PostMapping("/office/outgoing-documents/{id}/acts")
    String act(
            Actor actor,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> posted,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        OutgoingDocument document = access.get(actor, new OutgoingDocumentId(id));
        var form = new DraftForm(posted);
        try {
            String done = "return".equals(form.act()) ? sendBack(actor, form) : approve(actor, document, form);
            flash.addFlashAttribute(Frame.MESSAGE, done);
            return "redirect:/office/outgoing-documents/" + id;
        } catch (Refusal refusal) {
            response.setStatus(409);
            return again(actor, id, form, String.valueOf(refusal.getMessage()), model);
        } catch (InvalidInput invalid) {
            response.setStatus(422);
            return again(actor, id, form, invalid.problems().getFirst().message(), model);
        }
    }

    private String approve(Actor actor, OutgoingDocument document, DraftForm form) {
        var choices = new HashMap<String, List<Long>>();
        for (Map.Entry<String, String> choice : form.choices().entrySet()) {
            if (!choice.getValue().isBlank()) {
                choices.put(
                        choice.getKey(),
                        people.resolve(
                                document.origin().authorityId(),
                                DraftForm.CHOICE + choice.getKey(),
                                choice.getValue()));
            }
        }
        String opinion = form.text("opinion").isBlank() ? "同意。" : form.text("opinion");
        routing.approve(actor, screen(form), opinion, choices);
        return "已办理。对方打开前可以撤回。";
    }

    private String sendBack(Actor actor, DraftForm form) {
        String reason = form.text("opinion");
        if (reason.isBlank()) {
            throw new InvalidInput("opinion", "退回要说明理由（公文条例第二十一条：不宜发文的应当退回起草单位并说明理由）。");
        }
        String[] target = form.text("target").split("#", 2);
        int seat = target.length == 2 ? number(target[1]) : 0;
        routing.returnTo(
                actor,
                screen(form),
                new ReturnRequest(target[0], seat, false, "true".equals(form.text("straightBack")), reason));
        return "已退回，理由已写在路线上。";
    }

    private String again(Actor actor, long id, DraftForm form, String refusal, Model model) {
        OutgoingDocument now = access.get(actor, new OutgoingDocumentId(id));
        model.addAttribute("page", pages.of(actor, now, form.text("opinion"), refusal));
        return "officialdocument/matter";
    }

    private static OnScreen screen(DraftForm form) {
        try {
            return new OnScreen(
                    UUID.fromString(form.text("commandId")),
                    Long.parseLong(form.text("routeId")),
                    number(form.text("taskNo")),
                    number(form.text("routeVersion")),
                    number(form.text("seatVersion")),
                    number(form.text("contentVersion")));
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("", "页面不完整，请刷新后再办。");
        }
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }
}
