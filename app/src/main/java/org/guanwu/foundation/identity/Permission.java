package org.guanwu.foundation.identity;

/**
 * What can be permitted. Roles bundle permissions (data, editable); a grant gives a role to a person within a unit's
 * subtree. A permission of the group ADMINISTRATION may never be combined with one of the group BUSINESS in a person:
 * the three administrators have no business rights.
 */
public enum Permission {
    DOCUMENT_DRAFT(Group.BUSINESS, "起草公文"),
    DOCUMENT_HANDLE(Group.BUSINESS, "办理公文"),
    DOCUMENT_READ(Group.BUSINESS, "查看单位公文"),
    DOCUMENT_NUMBER(Group.BUSINESS, "复核编号"),
    DOCUMENT_VOID(Group.BUSINESS, "批准作废"),
    ROUTE_ADMINISTER(Group.BUSINESS, "流转管理"),
    ROUTE_TEMPLATE_EDIT(Group.BUSINESS, "维护流程模板"),
    NUMBER_RULE_EDIT(Group.BUSINESS, "维护编号规则"),
    NUMBER_VOID(Group.BUSINESS, "作废文号"),
    CALENDAR_EDIT(Group.BUSINESS, "维护工作日历"),
    CALENDAR_APPROVE(Group.BUSINESS, "批准工作日历"),
    SECRECY_REVIEW(Group.BUSINESS, "保密审查"),
    DISCLOSURE_REVIEW(Group.BUSINESS, "公开审查"),
    PUBLICATION_EDIT(Group.BUSINESS, "维护公开信息"),
    PUBLICATION_RELEASE(Group.BUSINESS, "批准发布"),
    GAZETTE_IMPORT(Group.BUSINESS, "导入文告"),
    ORGANIZATION_EDIT(Group.ADMINISTRATION, "维护机构人员"),
    ACCOUNT_EDIT(Group.ADMINISTRATION, "维护账号"),
    SYSTEM_OPERATE(Group.ADMINISTRATION, "系统运行"),
    ROLE_GRANT(Group.ADMINISTRATION, "授权"),
    SECURITY_POLICY_EDIT(Group.ADMINISTRATION, "安全策略"),
    LEDGER_READ(Group.ADMINISTRATION, "查阅审计账"),
    LEDGER_EXPORT(Group.ADMINISTRATION, "导出审计账");

    /** Business rights and administration exclude each other in a person. */
    public enum Group {
        BUSINESS,
        ADMINISTRATION
    }

    private final Group group;
    private final String label;

    Permission(Group group, String label) {
        this.group = group;
        this.label = label;
    }

    public Group group() {
        return group;
    }

    public String label() {
        return label;
    }
}
