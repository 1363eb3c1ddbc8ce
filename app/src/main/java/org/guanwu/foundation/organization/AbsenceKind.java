package org.guanwu.foundation.organization;

/** Why somebody is away; shown to those who wait for him, never a reason in detail. */
public enum AbsenceKind {
    LEAVE("请假"),
    BUSINESS_TRIP("出差"),
    TRAINING("学习培训"),
    SICKNESS("病假"),
    OTHER("其他");

    private final String label;

    AbsenceKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
