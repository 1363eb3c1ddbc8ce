package org.guanwu.foundation.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The test is tested: every fault that is put into the rules is found by the sequences. */
class SeededFaultTests {

    private static final int BATCH = 64;

    @ParameterizedTest
    @EnumSource
    void isFound(SeededFault fault) {
        int most = Integer.getInteger("guanwu.routing.fault-sequences", 3000);
        var mutant = Mutant.of(fault);
        var found = new ConcurrentSkipListMap<Long, String>();
        long tried = 0;
        if (fault.knownSeed() > 1) {
            tried++;
            look(mutant, fault.knownSeed(), found);
        }
        String direct = found.isEmpty() ? mutant.direct() : null;
        if (direct != null) {
            found.put(0L, direct);
        }
        for (long seed = 1; found.isEmpty() && seed <= most; seed += BATCH) {
            LongStream.range(seed, seed + BATCH).parallel().forEach(s -> look(mutant, s, found));
            tried += BATCH;
        }
        System.out.printf(
                "routing: fault %s %s%n",
                fault,
                found.isEmpty()
                        ? "not found in " + tried
                        : "found by sequence " + found.firstKey() + ": "
                                + firstLine(found.firstEntry().getValue()));
        assertThat(found).as("sequences that find " + fault).isNotEmpty();
    }

    private static void look(Mutant mutant, long seed, ConcurrentSkipListMap<Long, String> found) {
        String message = mutant.run(seed);
        if (message != null) {
            found.put(seed, message);
        }
    }

    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.substring(0, Math.min(110, line.length()));
    }
}
