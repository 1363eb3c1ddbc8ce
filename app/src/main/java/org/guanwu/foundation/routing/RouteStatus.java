package org.guanwu.foundation.routing;

public enum RouteStatus {
    OPEN("办理中"),
    SUSPENDED("已挂起"),
    CLOSED("已办结"),
    VOIDED("已作废");

    private final String label;

    RouteStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
