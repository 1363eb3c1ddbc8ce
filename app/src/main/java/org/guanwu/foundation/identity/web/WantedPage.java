package org.guanwu.foundation.identity.web;

import org.jspecify.annotations.Nullable;

/** Where somebody wanted to go before he had to sign in: only ever a page of the workspace itself. */
final class WantedPage {

    private static final String HOME = "/office/inbox";
    /** the three administrators have no inbox: nothing of the office's business reaches them */
    private static final String ADMINISTRATION = "/office/administration";

    private static final int LONGEST = 1000;

    private WantedPage() {}

    /** A second slash or a backslash after the first would be another host to a browser. */
    static String orEmpty(@Nullable String url) {
        boolean isLocal = url != null
                && url.length() <= LONGEST
                && url.startsWith("/office")
                && url.indexOf('\\') < 0
                && url.chars().noneMatch(c -> c <= 0x20 || c == 0x7f);
        return isLocal ? url : "";
    }

    static String orHome(@Nullable String url, boolean isAdministrator) {
        String wanted = orEmpty(url);
        if (wanted.isEmpty()) {
            return isAdministrator ? ADMINISTRATION : HOME;
        }
        return wanted;
    }
}
