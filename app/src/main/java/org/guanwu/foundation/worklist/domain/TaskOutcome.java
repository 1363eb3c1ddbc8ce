package org.guanwu.foundation.worklist.domain;

import java.util.Arrays;

/** How a task ended, in words (routing.md section 3). */
enum TaskOutcome {
    DONE("已办"),
    TAKEN("他人已办"),
    PARKED("等待前加签"),
    RETURNED("已退回"),
    RECALLED("因退回收回"),
    WITHDRAWN("已撤回"),
    TRANSFERRED("已转办"),
    REASSIGNED("已改派"),
    DISPATCHED("已指派"),
    REROUTED("因人员变动转出"),
    REMOVED("已减签"),
    DEEMED("逾期视为无不同意见"),
    CLOSED("已办结"),
    VOIDED("已作废");

    private final String label;

    TaskOutcome(String label) {
        this.label = label;
    }

    /** a module may end its tasks with an outcome of its own; it is then shown as given */
    static String words(String code) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.name().equals(code))
                .findFirst()
                .map(outcome -> outcome.label)
                .orElse(code);
    }
}
