package org.guanwu.office.officialdocument;

import java.util.List;
import org.guanwu.foundation.routing.Assignee;
import org.guanwu.foundation.routing.RouteTemplate;
import org.guanwu.foundation.routing.SilenceRule;
import org.guanwu.foundation.routing.StepKind;
import org.guanwu.foundation.routing.StepMode;
import org.guanwu.foundation.routing.StepSpec;

/**
 * 通用发文路线: the order of 公文条例第十九条至第二十五条 as a template that a unit starts from and then edits on screen.
 *
 * <p>Drafting → review in the drafting unit → countersignature (when other units are concerned, seven working days,
 * silence agrees) → 核稿 → 公开审查 (withheld policy documents only) → head of the office → signature by the leader in
 * charge or, for upward and important documents, the head of the authority → 复核编号 → 印发.
 */
public final class StandardRoute {

    /** who drafted may not review, who reviewed may not sign */
    private static final String SEPARATION = "draft-review-sign";

    private static final int COUNTERSIGNATURE_DAYS = 7;

    /**
     * Posts by id; {@code unitReviewer} is the name of the post that each drafting unit has: 处长.
     *
     * @param draftReview 核稿
     * @param disclosure 政务公开机构
     * @param officeHead 办公室主任
     * @param leader 分管领导
     * @param head 主要负责人
     * @param finalCheck 复核、编号
     * @param registration 登记、印发
     */
    public record Posts(
            String unitReviewer,
            long draftReview,
            long disclosure,
            long officeHead,
            long leader,
            long head,
            long finalCheck,
            long registration) {}

    private StandardRoute() {}

    /** @param documentType code of one type, empty for all without a template of their own */
    public static RouteTemplate of(String code, String name, long unitId, String documentType, Posts posts) {
        return new RouteTemplate(
                code,
                0,
                name,
                unitId,
                OutgoingDocumentId.MATTER_TYPE,
                documentType,
                List.of(
                        StepSpec.of("draft", "起草", StepKind.DRAFTING, StepMode.ONE, new Assignee.Drafter())
                                .with(true, false, true)
                                .separated(SEPARATION),
                        StepSpec.of(
                                "unit-review",
                                "处领导审核",
                                StepKind.DRAFT_REVIEW,
                                StepMode.ONE,
                                new Assignee.PostInDraftingUnit(posts.unitReviewer)),
                        StepSpec.of(
                                        "countersign",
                                        "会签",
                                        StepKind.COUNTERSIGNATURE,
                                        StepMode.ALL,
                                        new Assignee.ChosenBySender())
                                .limited(COUNTERSIGNATURE_DAYS, SilenceRule.DEEMED_AGREED)
                                .onlyIf(RouteConditions.CONCERNS_OTHER_UNITS, "公文条例第十九条第（六）项：涉及其他部门职权的，必须征求意见"),
                        StepSpec.of(
                                        "review",
                                        "核稿",
                                        StepKind.DRAFT_REVIEW,
                                        StepMode.ONE,
                                        new Assignee.Post(posts.draftReview))
                                .with(true, false, true)
                                .separated(SEPARATION),
                        StepSpec.of(
                                        "disclosure-review",
                                        "政务公开审查",
                                        StepKind.DRAFT_REVIEW,
                                        StepMode.ONE,
                                        new Assignee.Post(posts.disclosure))
                                .onlyIf(RouteConditions.WITHHELD_POLICY, "国办发〔2016〕80号：拟不公开的政策性文件，先送政务公开工作机构审查"),
                        StepSpec.of(
                                "office-review",
                                "办公室主任审核",
                                StepKind.DRAFT_REVIEW,
                                StepMode.ONE,
                                new Assignee.Post(posts.officeHead)),
                        StepSpec.of("sign", "签发", StepKind.ISSUANCE, StepMode.ONE, new Assignee.Post(posts.leader))
                                .separated(SEPARATION)
                                .onlyIf(RouteConditions.SIGNED_BY_LEADER_IN_CHARGE, "公文条例第二十二条：本机关负责人审批签发"),
                        StepSpec.of(
                                        "sign-by-head",
                                        "主要负责人签发",
                                        StepKind.ISSUANCE,
                                        StepMode.ONE,
                                        new Assignee.Post(posts.head))
                                .separated(SEPARATION)
                                .onlyIf(RouteConditions.SIGNED_BY_HEAD, "公文条例第二十二条：重要公文和上行文由机关主要负责人签发"),
                        StepSpec.of(
                                        "final-check",
                                        "复核编号",
                                        StepKind.FINAL_CHECK,
                                        StepMode.ONE,
                                        new Assignee.Post(posts.finalCheck))
                                .with(true, true, true),
                        StepSpec.of(
                                        "register",
                                        "登记印发",
                                        StepKind.REGISTRATION,
                                        StepMode.ONE,
                                        new Assignee.Post(posts.registration))
                                .with(false, false, true)));
    }
}
