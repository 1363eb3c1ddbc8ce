package org.guanwu.portal.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Stands before everything else and answers public GET requests from rendered pages. A page is given out for a second
 * without asking the database; then one request renders it again. What is public depends on address, language and elder
 * mode only, never on who asks, so one copy serves all; an answer that sets a cookie is never kept.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class KeptPageFilter extends OncePerRequestFilter {

    private static final long KEPT = TimeUnit.SECONDS.toNanos(1);
    private static final long KEPT_WHILE_RENEWED = Duration.ofSeconds(10).toNanos();

    private final KeptPages pages;

    KeptPageFilter(KeptPages pages) {
        this.pages = pages;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String method = request.getMethod();
        return !("GET".equals(method) || "HEAD".equals(method)) || !isPublic(request.getRequestURI());
    }

    private static boolean isPublic(String path) {
        if (path.startsWith("/api/")) {
            return path.startsWith("/api/v1/documents") || path.startsWith("/api/v1/search");
        }
        return PortalFrameAdvice.isPublicPage(path) && !path.endsWith(".csv") && !path.contains("/attachments/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long now = System.nanoTime();
        String key = key(request);
        KeptPage kept = pages.find(key);
        if (kept != null
                && (kept.isFresh(now, KEPT) || kept.isFresh(now, KEPT_WHILE_RENEWED) && !kept.startRenewal())) {
            kept.writeTo(request, response, now);
            return;
        }
        try {
            render(request, response, chain, key, now);
        } finally {
            if (kept != null) {
                kept.abandonRenewal();
            }
        }
    }

    private void render(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, String key, long now)
            throws ServletException, IOException {
        var buffer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, buffer);
        if (request.isAsyncStarted() || response.isCommitted()) {
            return;
        }
        if (buffer.getStatus() != HttpServletResponse.SC_OK) {
            if (buffer.getStatus() >= 400) {
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            }
            buffer.copyBodyToResponse();
            return;
        }
        byte[] content = buffer.getContentAsByteArray();
        if (!buffer.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            buffer.setHeader(HttpHeaders.CACHE_CONTROL, hasFormToken(content) ? "no-store" : KeptPage.PUBLIC);
        }
        if (request.getAttribute(PortalFrameAdvice.LANGUAGE) instanceof String language) {
            buffer.setHeader(HttpHeaders.CONTENT_LANGUAGE, language);
        }
        var page = new KeptPage(buffer, content, now);
        if (isForEverybody(request, buffer)) {
            pages.keep(key, page);
        }
        page.writeTo(request, response, now);
    }

    /** a form that can be sent belongs to one reader, even on a page that anyone may open */
    private static boolean hasFormToken(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1).contains("name=\"_csrf\"");
    }

    private static boolean isForEverybody(HttpServletRequest request, HttpServletResponse response) {
        String cacheControl = response.getHeader(HttpHeaders.CACHE_CONTROL);
        return "GET".equals(request.getMethod())
                && cacheControl != null
                && cacheControl.startsWith("public")
                && response.getHeaders(HttpHeaders.SET_COOKIE).isEmpty();
    }

    private static String key(HttpServletRequest request) {
        var key = new StringBuilder(160);
        key.append(request.getScheme())
                .append(' ')
                .append(request.getHeader(HttpHeaders.HOST))
                .append(' ');
        key.append(request.getRequestURI()).append('?').append(request.getQueryString());
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        key.append(' ').append(accept != null && accept.contains("json") && !accept.contains("text/html"));
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                append(key, cookie, PortalFrames.LANGUAGE_COOKIE);
                append(key, cookie, PortalFrames.VIEW_COOKIE);
            }
        }
        return key.toString();
    }

    private static void append(StringBuilder key, Cookie cookie, String name) {
        @Nullable String value = cookie.getValue();
        if (name.equals(cookie.getName()) && value != null && value.length() < 20) {
            key.append(' ').append(name).append('=').append(value);
        }
    }
}
