package org.guanwu.foundation.organization;

/** 机关、部门、科室: an AUTHORITY acts in its own name, the others in the name of the authority above them. */
public enum UnitLevel {
    AUTHORITY("机关"),
    DEPARTMENT("部门"),
    SECTION("科室");

    private final String label;

    UnitLevel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
