package org.guanwu.foundation.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.ModelAndView;

/** How a failure looks to the public; a bean of the portal, so that its error pages have its frame and languages. */
public interface PublicErrorPage {

    ModelAndView view(HttpServletRequest request, ErrorPage page);
}
