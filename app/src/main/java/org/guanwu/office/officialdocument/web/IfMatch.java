package org.guanwu.office.officialdocument.web;

import org.guanwu.foundation.shared.InvalidInput;

/** The version that was read, as HTTP carries it: {@code 7}, {@code "7"} or {@code W/"7"}. */
final class IfMatch {

    private IfMatch() {}

    static int version(String header) {
        try {
            return Integer.parseInt(header.replaceAll("W/|\"", "").strip());
        } catch (NumberFormatException e) {
            throw new InvalidInput("If-Match", "If-Match 须为读到的版次。");
        }
    }
}
