package org.guanwu.foundation.routing;

/** 逾期未复: what silence means when the limit of a countersignature has passed. */
public enum SilenceRule {
    NONE("不作推定"),
    DEEMED_AGREED("逾期未复视为无不同意见");

    private final String label;

    SilenceRule(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
