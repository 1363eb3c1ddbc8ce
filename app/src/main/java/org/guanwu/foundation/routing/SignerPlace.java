package org.guanwu.foundation.routing;

/** 加签: in front of the own seat, beside it, or behind it. */
public enum SignerPlace {
    BEFORE("前加签"),
    PARALLEL("并加签"),
    AFTER("后加签");

    private final String label;

    SignerPlace(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
