package org.guanwu.foundation.shared;

/** Somebody else, or the same person in another tab, has saved in between (412): nothing was overwritten. */
public class StaleVersion extends RuntimeException {

    private final long current;

    public StaleVersion(long current, String message) {
        super(message);
        this.current = current;
    }

    public long current() {
        return current;
    }
}
