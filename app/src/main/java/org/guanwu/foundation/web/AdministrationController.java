package org.guanwu.foundation.web;

import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.SignedIn;
import org.guanwu.foundation.shared.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 管理: the index of everything that is kept rather than worked on. */
@Controller
class AdministrationController {

    private final FrameAdvice frames;

    AdministrationController(FrameAdvice frames) {
        this.frames = frames;
    }

    @SignedIn
    @GetMapping("/office/administration")
    String index(Actor actor, Model model) {
        var entries = frames.administrationFor(actor);
        if (entries.isEmpty()) {
            throw new NotFound("administration");
        }
        model.addAttribute("entries", entries);
        return "web/administration";
    }
}
