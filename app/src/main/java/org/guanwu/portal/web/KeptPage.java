package org.guanwu.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A rendered answer: its headers, its bytes, the same bytes compressed once, and a tag that is the digest of the bytes.
 * The tag therefore changes with everything that shows (version, language, elder mode, day, build) and with nothing else.
 */
final class KeptPage {

    static final String PUBLIC = "public, max-age=60, stale-while-revalidate=300";
    private static final int WORTH_COMPRESSING = 1_024;
    private static final Set<String> OWN_HEADERS = Set.of(
            "content-length",
            "etag",
            "vary",
            "set-cookie",
            "date",
            "connection",
            "transfer-encoding",
            "keep-alive",
            "content-encoding");

    private record Header(String name, String value) {}

    private final List<Header> headers = new ArrayList<>();
    private final @Nullable String contentType;
    private final byte[] plain;
    private final byte @Nullable [] compressed;
    private final String tag;
    private final String compressedTag;
    private final long madeAt;
    private final AtomicBoolean isBeingRenewed = new AtomicBoolean();
    private volatile long usedAt;

    KeptPage(HttpServletResponse response, byte[] content, long now) {
        for (String name : response.getHeaderNames()) {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                response.getHeaders(name).forEach(value -> headers.add(new Header(name, value)));
            }
        }
        this.contentType = response.getContentType();
        this.plain = content;
        this.compressed = isText(contentType) && content.length >= WORTH_COMPRESSING ? gzip(content) : null;
        String digest = digest(content);
        this.tag = '"' + digest + '"';
        this.compressedTag = '"' + digest + "-gz\"";
        this.madeAt = now;
        this.usedAt = now;
    }

    void writeTo(HttpServletRequest request, HttpServletResponse response, long now) throws IOException {
        usedAt = now;
        for (Header header : headers) {
            response.setHeader(header.name(), header.value());
        }
        boolean isCompressed = compressed != null && takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        response.setHeader(HttpHeaders.VARY, "Accept-Encoding, Cookie");
        response.setHeader(HttpHeaders.ETAG, isCompressed ? compressedTag : tag);
        if (isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] body = plain;
        if (isCompressed && compressed != null) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            body = compressed;
        }
        if (contentType != null) {
            response.setContentType(contentType);
        }
        response.setContentLength(body.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }

    /** young enough to be given out without asking */
    boolean isFresh(long now, long keptNanos) {
        return now - madeAt < keptNanos;
    }

    /** the first who finds it old renews it; the others get the old one meanwhile */
    boolean startRenewal() {
        return isBeingRenewed.compareAndSet(false, true);
    }

    void abandonRenewal() {
        isBeingRenewed.set(false);
    }

    long usedAt() {
        return usedAt;
    }

    int size() {
        return plain.length + (compressed == null ? 0 : compressed.length) + 512;
    }

    private boolean isKnown(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null
                && (ifNoneMatch.contains(tag)
                        || ifNoneMatch.contains(compressedTag)
                        || "*".equals(ifNoneMatch.strip()));
    }

    private static boolean takesGzip(@Nullable String acceptEncoding) {
        return acceptEncoding != null
                && acceptEncoding.contains("gzip")
                && !acceptEncoding.matches(".*gzip\\s*;\\s*q=0(\\.0*)?\\s*(,.*|$)");
    }

    private static boolean isText(@Nullable String contentType) {
        return contentType != null
                && (contentType.startsWith("text/") || contentType.contains("json") || contentType.contains("xml"));
    }

    private static byte[] gzip(byte[] content) {
        var out = new ByteArrayOutputStream(content.length / 3);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
