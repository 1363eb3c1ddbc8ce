package org.guanwu.office.officialdocument.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.guanwu.foundation.structuredtext.Block;
import org.guanwu.foundation.structuredtext.StructuredText;
import org.guanwu.office.officialdocument.DisclosureAttribute;
import org.guanwu.office.officialdocument.DisclosureGround;
import org.guanwu.office.officialdocument.DocumentForm;
import org.guanwu.office.officialdocument.DocumentType;
import org.guanwu.office.officialdocument.DocumentType.Direction;

/**
 * What 党政机关公文处理工作条例 and GB/T 9704-2012 ask of a draft, as far as a machine can see it. Pure; a machine's finding never
 * replaces the reader: only what the text of a rule plainly forbids stops a draft.
 */
public final class DraftChecks {

    private static final Set<DocumentType> WITHOUT_RECIPIENTS = Set.of(
            DocumentType.RESOLUTION,
            DocumentType.DECISION,
            DocumentType.ORDER,
            DocumentType.COMMUNIQUE,
            DocumentType.ANNOUNCEMENT,
            DocumentType.PUBLIC_NOTICE,
            DocumentType.MINUTES);
    private static final Pattern REQUEST_IN_REPORT =
            Pattern.compile("(妥否|当否|可否|是否妥当|如无不妥)[，,]?请|请(予|求)?(批示|审批|批准|批复|核准)|恳请.{0,10}(批准|支持解决|同意)");
    private static final Pattern PERSON_IN_CHARGE = Pattern.compile("(署长|关长|局长|主任|书记|部长|司长|同志)$");
    private static final Pattern MENTIONED_ATTACHMENT = Pattern.compile("(见|详见|参见)附件");
    private static final Pattern MOBILE = Pattern.compile("(?<![0-9])1[3-9][0-9]{9}(?![0-9])");
    private static final Pattern IDENTITY_NUMBER = Pattern.compile("(?<![0-9])[1-9][0-9]{16}[0-9Xx](?![0-9])");
    private static final int SPECIAL_LIMIT = 4000;
    private static final int GENERAL_LIMIT = 5000;

    /**
     * What the rules need to know besides the draft.
     *
     * @param subordinateNames names of the units below the issuing authority
     * @param isTitleTaken another document of the authority within a year has this title
     */
    public record Surroundings(String authorityName, Set<String> subordinateNames, boolean isTitleTaken) {}

    private final DraftContent draft;
    private final Surroundings surroundings;
    private final StructuredText text;
    private final List<DraftCheck> found = new ArrayList<>();

    private DraftChecks(DraftContent draft, Surroundings surroundings) {
        this.draft = draft;
        this.surroundings = surroundings;
        this.text = draft.text();
    }

    /** blocking findings first, then those to look at, then what passed */
    public static List<DraftCheck> of(DraftContent draft, Surroundings surroundings) {
        var checks = new DraftChecks(draft, surroundings);
        checks.type();
        checks.title();
        checks.recipients();
        checks.upward();
        checks.body();
        checks.disclosure();
        checks.attachments();
        checks.personalData();
        checks.countersignature();
        checks.found.sort((a, b) -> a.severity().compareTo(b.severity()));
        return List.copyOf(checks.found);
    }

    private void type() {
        verdict(
                draft.type().isIssuedByCustoms(),
                DraftCheck.Severity.BLOCKS,
                "type",
                "议案由各级人民政府向同级人民代表大会提出，海关不制发",
                "文种合于用途",
                "公文条例第八条第（十三）项");
        verdict(
                draft.form().fits(draft.type()),
                DraftCheck.Severity.BLOCKS,
                "form",
                "“" + draft.form().label() + "”不是" + draft.type().label() + "的形式",
                "",
                "公文条例第八条");
    }

    private void title() {
        String title = draft.title();
        if (title.isEmpty()) {
            block("title", "没有标题", "公文条例第九条第（七）项");
            return;
        }
        verdict(
                title.startsWith(surroundings.authorityName) && title.contains("关于")
                        || draft.type() == DocumentType.ORDER,
                DraftCheck.Severity.LOOK,
                "title",
                "标题由发文机关名称、事由和文种组成：“" + surroundings.authorityName + "关于……的"
                        + draft.type().titleWord() + "”",
                "标题三要素齐全",
                "公文条例第九条第（七）项");
        boolean endsAsAnother = Arrays.stream(DocumentType.values())
                .anyMatch(t -> t != draft.type() && title.endsWith("的" + t.titleWord()));
        verdict(
                !endsAsAnother,
                DraftCheck.Severity.BLOCKS,
                "title",
                "标题的文种与所选文种“" + draft.type().label() + "”不一致",
                "",
                "公文条例第九条第（七）项");
        verdict(!surroundings.isTitleTaken, DraftCheck.Severity.LOOK, "title", "近一年有同题文件，请确认不是重复起草", "近一年无同题文件", "");
    }

    private void recipients() {
        boolean isNeeded = !WITHOUT_RECIPIENTS.contains(draft.type());
        if (isNeeded) {
            verdict(
                    !draft.listPrimaryRecipients().isEmpty(),
                    DraftCheck.Severity.BLOCKS,
                    "primaryRecipients",
                    draft.type().label() + "须有主送机关",
                    "主送机关已填",
                    "公文条例第九条第（八）项");
        }
    }

    /** 公文条例第十五条 */
    private void upward() {
        if (draft.direction() != Direction.UPWARD) {
            return;
        }
        verdict(
                draft.listPrimaryRecipients().size() <= 1,
                DraftCheck.Severity.BLOCKS,
                "primaryRecipients",
                "上行文原则上主送一个上级机关，其他上级机关请用抄送",
                "上行文主送一个上级机关",
                "公文条例第十五条第（一）项");
        var subordinates = draft.listCopyRecipients().stream()
                .filter(name -> surroundings.subordinateNames.contains(name)
                        || name.startsWith("各隶属")
                        || name.startsWith("各下级"))
                .toList();
        verdict(
                subordinates.isEmpty(),
                DraftCheck.Severity.BLOCKS,
                "copyRecipients",
                "上行文不抄送下级机关：" + String.join("、", subordinates),
                "上行文没有抄送下级机关",
                "公文条例第十五条第（一）项");
        verdict(
                draft.listPrimaryRecipients().stream()
                        .noneMatch(name -> PERSON_IN_CHARGE.matcher(name).find()),
                DraftCheck.Severity.BLOCKS,
                "primaryRecipients",
                "除上级机关负责人直接交办事项外，不得以本机关名义向上级机关负责人报送公文",
                "没有向负责人个人报送",
                "公文条例第十五条第（五）项");
        if (draft.type() == DocumentType.REPORT) {
            verdict(
                    !REQUEST_IN_REPORT.matcher(draft.body()).find(),
                    DraftCheck.Severity.BLOCKS,
                    "body",
                    "报告中夹带了请示事项；需要批示或者批准的，请另行请示",
                    "报告没有夹带请示事项",
                    "公文条例第十五条第（四）项");
        }
        if (draft.type() == DocumentType.REQUEST_FOR_INSTRUCTIONS) {
            long matters = text.blocks().stream()
                    .filter(b -> b.plainText().matches(".*(妥否|当否|可否)[，,]?请.*"))
                    .count();
            verdict(matters <= 1, DraftCheck.Severity.LOOK, "body", "请示应当一文一事，文中有多处请求", "", "公文条例第十五条第（四）项");
        }
    }

    private void body() {
        if (text.isEmpty()) {
            block("body", "没有正文", "公文条例第九条第（九）项");
            return;
        }
        String gap = LevelSequence.findGap(text);
        verdict(gap.isEmpty(), DraftCheck.Severity.LOOK, "body", gap, "层次序号连续", "GB/T 9704—2012 第7.3.3条");
        int limit = draft.form() == DocumentForm.PLAN_NOTICE ? GENERAL_LIMIT : SPECIAL_LIMIT;
        int count = text.characterCount();
        verdict(
                count <= limit || draft.isNormative(),
                DraftCheck.Severity.LOOK,
                "body",
                "正文 " + count + " 字；专项文件一般不超过 4000 字，综合性文件不超过 5000 字",
                "正文 " + count + " 字，没有超过篇幅要求",
                "《整治形式主义为基层减负若干规定》第二条");
        boolean hasClosing =
                text.blocks().stream().anyMatch(b -> b instanceof Block.Signature || b instanceof Block.DateLine);
        verdict(
                !hasClosing,
                DraftCheck.Severity.LOOK,
                "body",
                "正文里写了落款或日期；落款自动生成，成文日期以签发日期为准，请删去",
                "",
                "公文条例第九条第（十二）项");
    }

    private void disclosure() {
        if (draft.attribute() == null) {
            block("attribute", "没有选定公开属性；公开属性随公文一并报批", "国办发〔2016〕80号");
            return;
        }
        verdict(
                !draft.lacksGround(),
                DraftCheck.Severity.LOOK,
                "grounds",
                "公开属性为“" + draft.attribute().label() + "”但没有依据或者没有说明理由，核稿只能退回",
                "公开属性：" + draft.attribute().label(),
                "国办发〔2016〕80号");
        var misfits = draft.grounds().stream()
                .filter(g -> !g.fits(draft.attribute()))
                .map(DisclosureGround::label)
                .toList();
        verdict(
                misfits.isEmpty(),
                DraftCheck.Severity.BLOCKS,
                "grounds",
                "所选依据不适用于“" + draft.attribute().label() + "”：" + String.join("、", misfits),
                "",
                "《政府信息公开条例》第十四条至第十六条");
        if (draft.isWithheldPolicy()) {
            found.add(new DraftCheck(
                    DraftCheck.Severity.LOOK,
                    "attribute",
                    "拟不公开的政策性文件，须先经政务公开机构审查，再送签发",
                    "国办发〔2016〕80号；海关总署2016年实施办法一（二）"));
        }
        if (draft.attribute() == DisclosureAttribute.PROACTIVE) {
            verdict(
                    !draft.channels().isEmpty(),
                    DraftCheck.Severity.LOOK,
                    "channels",
                    "主动公开没有选公开方式；公开属性和公开方式随公文一并报批",
                    "公开方式已选",
                    "海关总署2016年实施办法一（二）；《政府信息公开条例》第二十三条");
            verdict(
                    !draft.summary().isEmpty(),
                    DraftCheck.Severity.LOOK,
                    "summary",
                    "没有写摘要；领导、收文单位和公众先看到的是这句话",
                    "摘要已填",
                    "");
        }
    }

    private void attachments() {
        boolean isMentioned = MENTIONED_ATTACHMENT.matcher(draft.body()).find();
        verdict(
                !isMentioned || !draft.attachments().isEmpty(),
                DraftCheck.Severity.BLOCKS,
                "attachments",
                "正文提到附件，但没有上传附件",
                draft.attachments().isEmpty() ? "" : "附件 " + draft.attachments().size() + " 件",
                "公文条例第九条第（十）项、第（十六）项");
        boolean lacks = draft.attachments().stream().anyMatch(a -> {
            DisclosureAttribute own = a.attribute();
            return own != null
                    && own.needsGround()
                    && (a.ground() == null || !a.ground().fits(own));
        });
        verdict(!lacks, DraftCheck.Severity.LOOK, "attachments", "有附件单独定了公开属性但没有依据，核稿只能退回", "", "国办发〔2016〕80号");
    }

    private void personalData() {
        long mobiles = MOBILE.matcher(draft.body()).results().count();
        long identities = IDENTITY_NUMBER.matcher(draft.body()).results().count();
        boolean isClean = mobiles + identities == 0 || draft.attribute() != DisclosureAttribute.PROACTIVE;
        verdict(
                isClean,
                DraftCheck.Severity.LOOK,
                "body",
                "正文含 " + mobiles + " 个手机号码、" + identities + " 个身份证号码，公开前会被拦下",
                "",
                "《政府信息公开条例》第十五条");
    }

    private void countersignature() {
        if (draft.concernsOtherUnits()) {
            found.add(new DraftCheck(
                    DraftCheck.Severity.PASSED,
                    "concernsOtherUnits",
                    "涉及其他部门职权，送审时须列会签；未协商一致的不得行文",
                    "公文条例第十六条第（四）项、第十九条第（六）项"));
        }
    }

    private void block(String field, String finding, String article) {
        found.add(new DraftCheck(DraftCheck.Severity.BLOCKS, field, finding, article));
    }

    /** an empty {@code passed} says nothing when the rule is kept */
    private void verdict(
            boolean isKept,
            DraftCheck.Severity otherwise,
            String field,
            String finding,
            String passed,
            String article) {
        if (!isKept) {
            found.add(new DraftCheck(otherwise, field, finding, article));
        } else if (!passed.isEmpty()) {
            found.add(new DraftCheck(DraftCheck.Severity.PASSED, field, passed, article));
        }
    }
}
