package org.guanwu.foundation.search.domain;

import java.util.List;

/**
 * Fixed random parts of all entries. Counting half a million hits for a facet takes as long as there are hits; counting
 * one in sixty-four of them takes a constant time and is right to about one per cent.
 */
final class Samples {

    static final String EIGHTH = "8";
    static final String SIXTY_FOURTH = "64";
    static final long PER_EIGHTH = 8;
    static final long PER_SIXTY_FOURTH = 64;

    private Samples() {}

    static List<String> of(long id) {
        long mixed = id * 0x9E3779B97F4A7C15L;
        long bits = mixed >>> 58;
        if (bits == 0) {
            return List.of(EIGHTH, SIXTY_FOURTH);
        }
        return (bits & 7) == 0 ? List.of(EIGHTH) : List.of();
    }
}
