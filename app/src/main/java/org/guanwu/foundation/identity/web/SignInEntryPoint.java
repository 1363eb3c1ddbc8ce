package org.guanwu.foundation.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Nobody is signed in: a page goes to the sign-in page and comes back, a program gets a problem document. */
@Component
class SignInEntryPoint {

    void commence(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isProgram(request)) {
            response.setHeader("WWW-Authenticate", "Bearer");
            ProblemWriter.write(response, 401, "请先登录", "需要有效的接口令牌。", request.getRequestURI());
            return;
        }
        boolean isFragment = request.getHeader("HX-Request") != null;
        String wanted = HttpMethod.GET.matches(request.getMethod()) && !isFragment ? local(request) : "";
        String target =
                wanted.isEmpty() ? "/sign-in" : "/sign-in?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
        if (isFragment) {
            // htmx follows redirects silently and would put the sign-in page into a fragment
            response.setHeader("HX-Redirect", target);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", target);
    }

    private static String local(HttpServletRequest request) {
        String query = request.getQueryString();
        return WantedPage.orEmpty(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    static boolean isProgram(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/") || path.startsWith("/actuator/");
    }
}
