package org.guanwu.foundation.shared;

/** The thing does not exist, or this person may not know that it does: both look the same from outside (404). */
public class NotFound extends RuntimeException {

    public NotFound(String what) {
        super(what);
    }
}
