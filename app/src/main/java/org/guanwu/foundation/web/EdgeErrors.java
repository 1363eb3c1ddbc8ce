package org.guanwu.foundation.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.guanwu.foundation.identity.Anyone;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Failures that never reach a controller (filters, the container itself) get the same answers. */
@Controller
class EdgeErrors implements ErrorController {

    private final Failures failures;

    EdgeErrors(Failures failures) {
        this.failures = failures;
    }

    @Anyone
    @RequestMapping(
            path = "/error",
            method = {
                RequestMethod.GET,
                RequestMethod.HEAD,
                RequestMethod.POST,
                RequestMethod.PUT,
                RequestMethod.DELETE,
                RequestMethod.PATCH,
                RequestMethod.OPTIONS
            })
    Object error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var original = new HttpServletRequestWrapper(request) {
            @Override
            public String getRequestURI() {
                return uri instanceof String path ? path : super.getRequestURI();
            }
        };
        int code = status instanceof Integer known ? known : 404;
        return failures.answer(original, Failures.page(code));
    }
}
