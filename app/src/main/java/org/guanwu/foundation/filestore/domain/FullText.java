package org.guanwu.foundation.filestore.domain;

/** Collects text up to a limit, without the runs of blank lines and spaces that layouts produce. */
final class FullText {

    /** about ten thousand pages; more is not a document but an attack or a database dump */
    static final int LIMIT = 20_000_000;

    private final StringBuilder text = new StringBuilder();

    void append(CharSequence more) {
        for (int i = 0; i < more.length() && !isFull(); i++) {
            append(more.charAt(i));
        }
    }

    void line() {
        append('\n');
    }

    boolean isFull() {
        return text.length() >= LIMIT;
    }

    private void append(char c) {
        if (c == '\r' || c == '\0' || c == '\ufeff') {
            return;
        }
        int last = text.length() - 1;
        if (c == '\n') {
            while (last >= 0 && (text.charAt(last) == ' ' || text.charAt(last) == '\t')) {
                text.setLength(last--);
            }
            if (last < 0 || last >= 1 && text.charAt(last) == '\n' && text.charAt(last - 1) == '\n') {
                return;
            }
        }
        text.append(c);
    }

    String toText() {
        return text.toString().strip();
    }
}
