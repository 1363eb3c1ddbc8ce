package org.guanwu.foundation.workingday;

/** What a time limit counts. */
public enum LimitUnit {
    WORKING_DAY("个工作日"),
    CALENDAR_DAY("个自然日"),
    MONTH("个月"),
    YEAR("年"),
    HOUR("小时");

    private final String label;

    LimitUnit(String label) {
        this.label = label;
    }

    /** follows the amount: 20 个工作日 */
    public String label() {
        return label;
    }
}
