package org.guanwu.office.officialdocument.domain;

/** Where an outgoing document stands; the route knows the step. */
public enum DocumentStatus {
    DRAFT("起草"),
    UNDER_WAY("办理中"),
    RETURNED("已退回"),
    SIGNED("已签发"),
    ISSUED("已印发"),
    VOIDED("已作废");

    private final String label;

    DocumentStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** a route carries it and it is not finished */
    public boolean isOnItsWay() {
        return this == UNDER_WAY || this == RETURNED || this == SIGNED;
    }
}
