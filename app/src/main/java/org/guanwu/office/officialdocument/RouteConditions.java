package org.guanwu.office.officialdocument;

/**
 * Attributes that a draft gives its route when it starts; a template names one as the condition of a step. Steps whose
 * attribute is missing are left out, with the reason on the route; the attribute is that reason, hence in the words of
 * the office: 不属“拟不公开的政策性文件”，免办.
 */
public final class RouteConditions {

    /** 拟不公开的政策性文件，应经本级政务公开管理机构审查 (海关总署 2016 年实施办法一（二）) */
    public static final String WITHHELD_POLICY = "拟不公开的政策性文件";

    /** 涉及其他部门职权 (公文条例第十九条第六项) */
    public static final String CONCERNS_OTHER_UNITS = "涉及其他部门职权";

    /** 规章、规范性文件: 合法性审核 (国办发〔2018〕115号) */
    public static final String NORMATIVE = "规章、规范性文件";

    /** 上行文和重要公文由机关主要负责人签发 (公文条例第二十二条) */
    public static final String SIGNED_BY_HEAD = "由机关主要负责人签发的公文";

    /** the others: signed by the leader in charge */
    public static final String SIGNED_BY_LEADER_IN_CHARGE = "由分管领导签发的公文";

    private RouteConditions() {}
}
