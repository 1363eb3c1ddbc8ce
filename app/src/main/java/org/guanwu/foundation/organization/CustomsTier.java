package org.guanwu.foundation.organization;

/** 总署、直属海关、隶属海关 */
public enum CustomsTier {
    HEADQUARTERS("总署"),
    REGIONAL("直属海关"),
    SUBORDINATE("隶属海关");

    private final String label;

    CustomsTier(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
