package org.guanwu.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts {@code portal} into the model of every public page, also of pages that another module contributes. */
@ControllerAdvice
class PortalFrameAdvice {

    /** request attribute: what the header Content-Language says in the end, whatever the browser asked for */
    static final String LANGUAGE = PortalFrameAdvice.class.getName() + ".language";

    private final PortalFrames frames;

    PortalFrameAdvice(PortalFrames frames) {
        this.frames = frames;
    }

    @ModelAttribute
    void add(HttpServletRequest request, HttpServletResponse response, Model model) {
        if (isPublicPage(request.getRequestURI())) {
            frames.remember(request, response);
            var frame = frames.frame(request);
            request.setAttribute(LANGUAGE, frame.language().htmlLang());
            model.addAttribute("portal", frame);
        }
    }

    static boolean isPublicPage(String path) {
        return !path.startsWith("/office")
                && !path.startsWith("/api/")
                && !path.startsWith("/sign-")
                && !path.startsWith("/assets/")
                && !path.startsWith("/actuator");
    }
}
