package org.guanwu.foundation.worklist.domain;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the tally short. Nothing depends on when it runs, or whether. */
@Component
class TallyFolding {

    private static final int PEOPLE_AT_ONCE = 200;
    private static final int ROUNDS = 50;

    private final InboxCounters counters;

    TallyFolding(InboxCounters counters) {
        this.counters = counters;
    }

    @Scheduled(fixedDelayString = "${guanwu.worklist.fold-counts-every:PT10S}")
    void fold() {
        for (int round = 0; round < ROUNDS; round++) {
            if (counters.fold(PEOPLE_AT_ONCE) == 0) {
                return;
            }
        }
    }
}
