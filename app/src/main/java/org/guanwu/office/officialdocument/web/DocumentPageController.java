package org.guanwu.office.officialdocument.web;

import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.SignedIn;
import org.guanwu.foundation.routing.Routing;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.guanwu.office.officialdocument.domain.DocumentAccess;
import org.guanwu.office.officialdocument.domain.OutgoingDocument;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 公文页. */
@Controller
class DocumentPageController {

    private final DocumentAccess access;
    private final MatterPages pages;
    private final Routing routing;

    DocumentPageController(DocumentAccess access, MatterPages pages, Routing routing) {
        this.access = access;
        this.pages = pages;
        this.routing = routing;
    }

    /** Looking at one's task is a fact of the route (the sender can no longer withdraw), not a change of the document. */
    @SignedIn
    @GetMapping("/office/outgoing-documents/{id:\\d+}")
    String show(Actor actor, @PathVariable long id, Model model) {
        OutgoingDocument document = access.get(actor, new OutgoingDocumentId(id));
        routing.open(actor, document.id().matter());
        model.addAttribute("page", pages.of(actor, document, flash(model, "opinion"), flash(model, "refusal")));
        return "officialdocument/matter";
    }

    /** what an act that was refused had left for this page */
    private static String flash(Model model, String name) {
        return model.getAttribute(name) instanceof String text ? text : "";
    }
}
