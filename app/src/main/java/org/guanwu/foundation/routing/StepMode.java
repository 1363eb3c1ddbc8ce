package org.guanwu.foundation.routing;

/** 办理方式: only the first layout of the seats; adding and removing signers may change it afterwards. */
public enum StepMode {
    ONE("一人办", "任一人办"),
    ALL("全部同时", "同时分别办"),
    SEQUENCE("依次", "依次办");

    private final String label;
    private final String longLabel;

    StepMode(String label, String longLabel) {
        this.label = label;
        this.longLabel = longLabel;
    }

    public String label() {
        return label;
    }

    public String longLabel() {
        return longLabel;
    }
}
