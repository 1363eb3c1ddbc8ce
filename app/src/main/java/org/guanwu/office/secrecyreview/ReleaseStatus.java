package org.guanwu.office.secrecyreview;

/** 审查状态 */
public enum ReleaseStatus {
    FIRST_REVIEW("初审", true),
    SECOND_REVIEW("复审", true),
    APPROVAL("批准", true),
    APPROVED("已批准公开", false),
    RETURNED("已退回", false),
    ABANDONED("已撤回送审", false);

    private final String label;
    private final boolean isOpen;

    ReleaseStatus(String label, boolean isOpen) {
        this.label = label;
        this.isOpen = isOpen;
    }

    public String label() {
        return label;
    }

    public boolean isOpen() {
        return isOpen;
    }
}
