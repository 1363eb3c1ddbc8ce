package org.guanwu.openness.gazetteimport.domain;

/** 批次状态 */
public enum BatchState {
    MAPPING("对应", 2),
    CHECKING("试导入", 3),
    CHECKED("试导入完成，待送审", 3),
    IN_REVIEW("公开前审查", 3),
    IMPORTING("导入", 4),
    DONE("已完成", 5),
    ROLLING_BACK("正在撤回", 5),
    ROLLED_BACK("已整批撤回", 5),
    ABANDONED("已停止", 5);

    private final String label;
    private final int stage;

    BatchState(String label, int stage) {
        this.label = label;
        this.stage = stage;
    }

    public String label() {
        return label;
    }

    /** 1 选文件 2 对应 3 试导入 4 导入 5 结果 */
    public int stage() {
        return stage;
    }

    public boolean isWorked() {
        return this == CHECKING || this == IMPORTING || this == ROLLING_BACK;
    }
}
