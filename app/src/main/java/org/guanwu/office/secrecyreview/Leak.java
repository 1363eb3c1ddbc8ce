package org.guanwu.office.secrecyreview;

/**
 * Something a check found.
 *
 * @param block index of the block in a structured text, -1 in a file
 * @param start offset in the plain text of the block, 0 in a file
 * @param found what was found, as it stands there; for a file a description
 */
public record Leak(LeakKind kind, int block, int start, String found) {

    public static Leak inFile(LeakKind kind, String found) {
        return new Leak(kind, -1, 0, found.length() > 500 ? found.substring(0, 500) + "…" : found);
    }
}
