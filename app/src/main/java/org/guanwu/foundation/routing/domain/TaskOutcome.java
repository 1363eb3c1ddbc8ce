package org.guanwu.foundation.routing.domain;

/** How a task ended. The label is what the list of completed tasks shows. */
enum TaskOutcome {
    DONE("已办理"),
    TAKEN("他人已办"),
    PARKED("等待前加签"),
    RETURNED("已退回"),
    RECALLED("因退回收回"),
    WITHDRAWN("因撤回收回"),
    TRANSFERRED("已转办"),
    REASSIGNED("已改派"),
    DISPATCHED("已指派"),
    REROUTED("因人员变动转他人"),
    REMOVED("已减签"),
    DEEMED("逾期未复"),
    CLOSED("此件已办结"),
    VOIDED("此件已作废");

    private final String label;

    TaskOutcome(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
