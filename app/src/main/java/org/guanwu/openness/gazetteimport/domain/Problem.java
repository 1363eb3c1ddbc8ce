package org.guanwu.openness.gazetteimport.domain;

/**
 * 怎么了，怎么办.
 *
 * @param column as in the file
 * @param value as in the file, shortened; empty for what may not be kept
 * @param isBlocking false: taken, but worth a look
 */
public record Problem(String column, String value, String message, boolean isBlocking) {

    static Problem blocking(String column, String value, String message) {
        return new Problem(column, shortened(value), message, true);
    }

    static Problem toSee(String column, String value, String message) {
        return new Problem(column, shortened(value), message, false);
    }

    private static String shortened(String value) {
        return value.length() > 120 ? value.substring(0, 120) + "…" : value;
    }
}
