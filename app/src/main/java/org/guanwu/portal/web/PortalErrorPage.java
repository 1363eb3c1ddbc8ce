package org.guanwu.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import org.guanwu.foundation.web.ErrorPage;
import org.guanwu.foundation.web.PublicErrorPage;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

@Component
class PortalErrorPage implements PublicErrorPage {

    private final PortalFrames frames;

    PortalErrorPage(PortalFrames frames) {
        this.frames = frames;
    }

    @Override
    public ModelAndView view(HttpServletRequest request, ErrorPage page) {
        var view = new ModelAndView("portal/error");
        view.addObject("portal", frames.frame(request));
        view.addObject("page", page);
        return view;
    }
}
