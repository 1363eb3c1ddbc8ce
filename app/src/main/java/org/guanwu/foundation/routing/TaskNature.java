package org.guanwu.foundation.routing;

/** 办理, or 待指派: a vacant seat that somebody has to be named for. */
public enum TaskNature {
    ACT("办理"),
    DISPATCH("待指派");

    private final String label;

    TaskNature(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
