package org.guanwu.office.officialdocument;

/** 紧急程度 of documents (条例第九条第三项); telegrams have grades of their own and are not handled here. */
public enum Urgency {
    ORDINARY("平件"),
    URGENT("加急"),
    MOST_URGENT("特急");

    private final String label;

    Urgency(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
