package org.guanwu.foundation.routing;

public enum OpinionKind {
    APPROVE("同意"),
    RETURN("退回"),
    DEEMED("逾期未复");

    private final String label;

    OpinionKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
