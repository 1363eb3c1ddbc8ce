package org.guanwu.openness.gazetteimport.domain;

/** 行状态 */
public enum RowState {
    NEW("待查"),
    READY("可以导入"),
    HELD("待审查人定"),
    REJECTED("不能导入"),
    SKIPPED("已有，跳过"),
    IMPORTED("已导入"),
    ROLLED_BACK("已撤回");

    private final String label;

    RowState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
