package org.guanwu.office.officialdocument.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.guanwu.office.officialdocument.DisclosureAttribute;
import org.guanwu.office.officialdocument.DisclosureGround;
import org.guanwu.office.officialdocument.DocumentForm;
import org.guanwu.office.officialdocument.DocumentTopic;
import org.guanwu.office.officialdocument.DocumentType;
import org.guanwu.office.officialdocument.OutgoingDocumentIntake;
import org.guanwu.office.officialdocument.Urgency;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftChecksTests {

    private static final DraftChecks.Surroundings LANZHOU =
            new DraftChecks.Surroundings("澜州海关", Set.of("临江海关", "口岸监管处"), false);

    private static List<DraftCheck> check(DraftContent draft) {
        return DraftChecks.of(draft, LANZHOU);
    }

    private static List<String> blocking(DraftContent draft) {
        return check(draft).stream()
                .filter(DraftCheck::blocks)
                .map(c -> c.field() + " " + c.article())
                .toList();
    }

    private static List<String> looks(DraftContent draft) {
        return check(draft).stream()
                .filter(c -> c.severity() == DraftCheck.Severity.LOOK)
                .map(DraftCheck::finding)
                .toList();
    }

    @Test
    void aSoundNoticePasses() {
        assertThat(blocking(Drafts.notice())).isEmpty();
        assertThat(looks(Drafts.notice())).isEmpty();
    }

    @Test
    @DisplayName("公文条例第十五条第（一）项：上行文原则上主送一个上级机关")
    void anUpwardDocumentGoesToOneSuperior() {
        var draft = Drafts.of(DocumentType.REPORT, "澜州海关关于上半年工作的报告", "海关总署、省政府", "", "现将有关情况报告如下：\n工作平稳。");

        assertThat(blocking(draft)).containsExactly("primaryRecipients 公文条例第十五条第（一）项");
    }

    @Test
    @DisplayName("公文条例第十五条第（一）项：上行文不抄送下级机关")
    void anUpwardDocumentIsNotCopiedToSubordinates() {
        var draft = Drafts.of(DocumentType.REPORT, "澜州海关关于上半年工作的报告", "海关总署", "临江海关", "现将有关情况报告如下：\n工作平稳。");

        assertThat(blocking(draft)).containsExactly("copyRecipients 公文条例第十五条第（一）项");
    }

    @ParameterizedTest
    @ValueSource(strings = {"妥否，请批示。", "以上意见当否，请予批准。", "恳请总署批准增设岗位。"})
    @DisplayName("公文条例第十五条第（四）项：不得在报告等非请示性公文中夹带请示事项")
    void aReportCarriesNoRequest(String sentence) {
        var draft = Drafts.of(DocumentType.REPORT, "澜州海关关于上半年工作的报告", "海关总署", "", "现将有关情况报告如下：\n" + sentence);

        assertThat(blocking(draft)).containsExactly("body 公文条例第十五条第（四）项");
    }

    @Test
    @DisplayName("公文条例第十五条第（四）项：请示可以请求批示")
    void aRequestMayAsk() {
        var draft = Drafts.of(
                DocumentType.REQUEST_FOR_INSTRUCTIONS, "澜州海关关于增设查验岗位的请示", "海关总署", "", "因业务增长，拟增设岗位。\n妥否，请批示。");

        assertThat(blocking(draft)).isEmpty();
    }

    @Test
    @DisplayName("公文条例第十五条第（五）项：不得以本机关名义向上级机关负责人报送公文")
    void nothingIsSentToALeaderInPerson() {
        var draft = Drafts.of(DocumentType.REPORT, "澜州海关关于上半年工作的报告", "李某署长", "", "工作平稳。");

        assertThat(blocking(draft)).containsExactly("primaryRecipients 公文条例第十五条第（五）项");
    }

    @Test
    @DisplayName("公文条例第八条第（十三）项：议案不由海关制发")
    void customsIssuesNoBill() {
        assertThat(blocking(Drafts.of(DocumentType.BILL, "澜州海关关于某事的议案", "省人大", "", "正文。")))
                .containsExactly("type 公文条例第八条第（十三）项");
    }

    @Test
    @DisplayName("公文条例第九条第（七）项：标题由发文机关名称、事由和文种组成")
    void theTitleNamesTheSameType() {
        var draft = Drafts.of(DocumentType.NOTICE, "澜州海关关于增设查验岗位的请示", "机关各部门", "", "正文。");

        assertThat(blocking(draft)).containsExactly("title 公文条例第九条第（七）项");
        assertThat(looks(Drafts.of(DocumentType.NOTICE, "优化查验的通知", "机关各部门", "", "正文。")))
                .singleElement()
                .asString()
                .contains("发文机关名称、事由和文种");
    }

    @Test
    void anAnnouncementNeedsNoRecipientsButANoticeDoes() {
        assertThat(blocking(Drafts.of(DocumentType.ANNOUNCEMENT, "澜州海关关于开通通道的公告", "", "", "正文。")))
                .isEmpty();
        assertThat(blocking(Drafts.of(DocumentType.NOTICE, "澜州海关关于开通通道的通知", "", "", "正文。")))
                .containsExactly("primaryRecipients 公文条例第九条第（八）项");
    }

    @Test
    @DisplayName("国办发〔2016〕80号：没有依据的可以送审，但核稿只能退回")
    void aMissingGroundIsSaidButDoesNotStopTheDrafter() {
        var draft = Drafts.attribute(DisclosureAttribute.WITHHELD, List.of(), "");

        assertThat(blocking(draft)).isEmpty();
        assertThat(looks(draft)).anyMatch(f -> f.contains("核稿只能退回")).anyMatch(f -> f.contains("政务公开机构审查"));
    }

    @Test
    void anAttributeHasToBeChosenAndItsGroundHasToFit() {
        assertThat(blocking(Drafts.attribute(null, List.of(), ""))).containsExactly("attribute 国办发〔2016〕80号");
        assertThat(blocking(Drafts.attribute(DisclosureAttribute.ON_REQUEST, List.of(DisclosureGround.PERSONNEL), "")))
                .containsExactly("grounds 《政府信息公开条例》第十四条至第十六条");
    }

    @Test
    @DisplayName("GB/T 9704—2012 7.3.3：层次序号连续")
    void aGapInTheNumberingIsShown() {
        var draft = Drafts.notice().withBody("澜州海关关于优化鲜活货物查验的通知", "一、优先派单\n（一）范围\n（三）时限\n三、预约");

        assertThat(looks(draft)).anyMatch(f -> f.contains("（三）时限"));
        assertThat(looks(Drafts.notice().withBody(draft.title(), "一、甲\n（一）子\n二、乙\n（一）子\n（二）丑\n十、丙")))
                .anyMatch(f -> f.contains("十、丙"));
    }

    @Test
    void personalDataInAPublicTextIsShown() {
        var draft = Drafts.notice().withBody("澜州海关关于优化鲜活货物查验的通知", "联系人王某，电话13800138000。");

        assertThat(looks(draft)).anyMatch(f -> f.contains("1 个手机号码"));
    }

    @Test
    @DisplayName("海关总署2016年实施办法一（二）：起草时确定公开属性和公开方式")
    void proactiveDisclosureNamesItsChannel() {
        assertThat(looks(DraftContent.blank(DocumentType.NOTICE))).noneMatch(f -> f.contains("公开方式"));
        var draft = DraftIntake.content(new OutgoingDocumentIntake.Draft(
                DocumentType.NOTICE,
                DocumentForm.PLAIN,
                Urgency.ORDINARY,
                false,
                "澜州海关关于优化鲜活货物查验的通知",
                "机关各部门",
                "",
                "正文。",
                "",
                "摘要。",
                DisclosureAttribute.ON_REQUEST,
                List.of(DisclosureGround.SPECIFIC_PERSONS),
                "只与某企业有关",
                DocumentTopic.GENERAL,
                false,
                false));
        var proactive = Drafts.withAttribute(draft, DisclosureAttribute.PROACTIVE, List.of(), "");

        assertThat(looks(proactive)).anyMatch(f -> f.contains("公开方式"));
    }

    @Test
    void anAttachmentThatTheTextNamesMustBeThere() {
        var draft = Drafts.notice().withBody("澜州海关关于优化鲜活货物查验的通知", "岗位安排见附件。");

        assertThat(blocking(draft)).containsExactly("attachments 公文条例第九条第（十）项、第（十六）项");
    }
}
