package org.guanwu.foundation.routing;

public enum StepStatus {
    WAITING("未到"),
    ACTIVE("办理中"),
    HALTED("等待直接返回"),
    COMPLETED("已办");

    private final String label;

    StepStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
