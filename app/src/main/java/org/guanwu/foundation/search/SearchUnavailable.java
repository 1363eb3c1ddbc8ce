package org.guanwu.foundation.search;

/** The index cannot be asked just now. Nothing is lost: entries are rows, and pages that do not search still work. */
public class SearchUnavailable extends RuntimeException {

    public SearchUnavailable(Throwable cause) {
        super(cause);
    }
}
