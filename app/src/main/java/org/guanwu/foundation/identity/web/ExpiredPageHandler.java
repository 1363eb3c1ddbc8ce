package org.guanwu.foundation.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * A form came without its token, or an account was closed while its session lived. Who is no longer signed in is sent
 * to the sign-in page; who is gets the page that says so (403).
 */
@Component
class ExpiredPageHandler implements AccessDeniedHandler {

    private final RequestActor actors;
    private final SignInEntryPoint entryPoint;

    ExpiredPageHandler(RequestActor actors, SignInEntryPoint entryPoint) {
        this.actors = actors;
        this.entryPoint = entryPoint;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        String path = request.getRequestURI();
        if (path.startsWith("/sign-in")) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", "/sign-in?expired");
        } else if (path.startsWith("/office") && !isSignedIn(request, denied)) {
            entryPoint.commence(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private boolean isSignedIn(HttpServletRequest request, AccessDeniedException denied) {
        if (denied instanceof CsrfException) {
            // the chain has not come to the point where the request knows its principal
            HttpSession session = request.getSession(false);
            return session != null
                    && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
        }
        return actors.find(request).isPresent();
    }
}
