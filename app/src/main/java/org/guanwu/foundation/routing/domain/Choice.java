package org.guanwu.foundation.routing.domain;

import java.util.List;

/** 由上一环节选定: who was chosen for a step, and where in the log, so that a later choice beats an earlier handler. */
record Choice(List<Long> people, int seq) {

    Choice {
        people = List.copyOf(people);
    }
}
