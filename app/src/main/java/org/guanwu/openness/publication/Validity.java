package org.guanwu.openness.publication;

/** 有效性 of a published document, as shown with a word and a shape */
public enum Validity {
    IN_FORCE("有效"),
    PARTLY_IN_FORCE("部分失效"),
    NOT_YET_IN_FORCE("尚未施行"),
    REPEALED("废止或失效");

    private final String label;

    Validity(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
