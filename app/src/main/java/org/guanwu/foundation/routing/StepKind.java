package org.guanwu.foundation.routing;

/** 环节种类, after 公文处理工作条例 chapters 5 and 6. */
public enum StepKind {
    DRAFTING("起草"),
    DRAFT_REVIEW("审核"),
    COUNTERSIGNATURE("会签"),
    ISSUANCE("签发"),
    FINAL_CHECK("复核"),
    REGISTRATION("登记印发"),
    HANDLING("办理"),
    JOINT_ISSUE("联合发文");

    private final String label;

    StepKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
