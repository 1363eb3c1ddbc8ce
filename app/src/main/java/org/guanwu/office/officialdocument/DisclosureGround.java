package org.guanwu.office.officialdocument;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * 依据: why a document is not published on the authority's own motion. A closed list: only what the law knows.
 *
 * <p>工作秘密 (保守国家秘密法第六十四条) and 内部资料 are not in it and never offered: neither is a ground of
 * 《政府信息公开条例》第十四条至第十六条. State secrets (第十四条前段) are not in it either, because such a document may
 * not be in this system at all (保守国家秘密法第三十一条第三项).
 */
public enum DisclosureGround {
    PROHIBITED_BY_LAW("《政府信息公开条例》第十四条", "法律、行政法规禁止公开", "写明该法律、行政法规的名称和条款", Set.of(DisclosureAttribute.WITHHELD)),
    ENDANGERS_SECURITY(
            "《政府信息公开条例》第十四条", "公开后可能危及国家安全、公共安全、经济安全、社会稳定", "写明危及哪一项、如何危及", Set.of(DisclosureAttribute.WITHHELD)),
    THIRD_PARTY_RIGHTS(
            "《政府信息公开条例》第十五条",
            "涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害",
            "写明第三方和受损害的权益；第三方同意公开或者不公开会对公共利益造成重大影响的，予以公开",
            Set.of(DisclosureAttribute.WITHHELD, DisclosureAttribute.ON_REQUEST)),
    PERSONNEL("《政府信息公开条例》第十六条第一款", "内部事务信息：人事管理", "", Set.of(DisclosureAttribute.WITHHELD)),
    LOGISTICS("《政府信息公开条例》第十六条第一款", "内部事务信息：后勤管理", "", Set.of(DisclosureAttribute.WITHHELD)),
    INTERNAL_WORKFLOW("《政府信息公开条例》第十六条第一款", "内部事务信息：内部工作流程", "", Set.of(DisclosureAttribute.WITHHELD)),
    DISCUSSION_RECORD("《政府信息公开条例》第十六条第二款", "过程性信息：讨论记录", "", Set.of(DisclosureAttribute.WITHHELD)),
    PROCESS_DRAFT("《政府信息公开条例》第十六条第二款", "过程性信息：过程稿", "", Set.of(DisclosureAttribute.WITHHELD)),
    CONSULTATION_LETTER("《政府信息公开条例》第十六条第二款", "过程性信息：磋商信函", "", Set.of(DisclosureAttribute.WITHHELD)),
    REPORT_AND_REQUEST("《政府信息公开条例》第十六条第二款", "过程性信息：请示报告", "", Set.of(DisclosureAttribute.WITHHELD)),
    ENFORCEMENT_FILE("《政府信息公开条例》第十六条第二款", "行政执法案卷信息", "", Set.of(DisclosureAttribute.WITHHELD)),
    NOT_FOR_THE_WHOLE_PUBLIC(
            "《政府信息公开条例》第十九条、第二十七条",
            "不属于涉及公众利益调整、需要公众广泛知晓或者需要公众参与决策的信息",
            "写明为什么不需要公众广泛知晓",
            Set.of(DisclosureAttribute.ON_REQUEST)),
    SPECIFIC_PERSONS("《政府信息公开条例》第二十七条", "只与特定公民、法人或者其他组织有关", "写明与谁有关", Set.of(DisclosureAttribute.ON_REQUEST));

    private final String article;
    private final String label;
    private final String asks;
    private final Set<DisclosureAttribute> fits;

    DisclosureGround(String article, String label, String asks, Set<DisclosureAttribute> fits) {
        this.article = article;
        this.label = label;
        this.asks = asks;
        this.fits = fits;
    }

    public String article() {
        return article;
    }

    public String label() {
        return label;
    }

    /** what the drafter has to write besides choosing the ground; empty when the article says it all */
    public String asks() {
        return asks;
    }

    public boolean needsExplanation() {
        return !asks.isEmpty();
    }

    public boolean fits(DisclosureAttribute attribute) {
        return fits.contains(attribute);
    }

    /** in the order of the articles; empty for 主动公开 */
    public static List<DisclosureGround> listFor(DisclosureAttribute attribute) {
        return Arrays.stream(values()).filter(ground -> ground.fits(attribute)).toList();
    }
}
