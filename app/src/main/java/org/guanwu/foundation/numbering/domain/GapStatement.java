package org.guanwu.foundation.numbering.domain;

import java.util.List;

/**
 * 断号核对 of one code and counted year: the counter against the numbers really given.
 *
 * @param countedYear 0 for a code whose serials run on over the years
 * @param missing serials of the counted range that no document has; empty is the proof that nothing is missing
 * @param historical serials entered as issued elsewhere
 * @param unknownBefore serials below the first that are not entered as historical; explained by the start note alone
 */
public record GapStatement(
        String authorityCode,
        int countedYear,
        int firstSerial,
        int lastSerial,
        int assigned,
        int voided,
        List<Integer> missing,
        int historical,
        int unknownBefore,
        String startNote) {

    public GapStatement {
        missing = List.copyOf(missing);
    }

    public boolean isGapless() {
        return missing.isEmpty() && assigned == lastSerial - firstSerial + 1;
    }
}
