package org.guanwu.foundation.routing;

/** What can be asked of a route; the ledger code is {@code routing.} plus {@link #code()}. */
public enum RouteAct {
    START("started", "启动"),
    OPEN("opened", "打开"),
    APPROVE("approved", "办理"),
    EDIT("content-changed", "修改正文"),
    RETURN("returned", "退回"),
    WITHDRAW("withdrawn", "撤回"),
    TRANSFER("transferred", "转办"),
    ADD_SIGNER("signer-added", "加签"),
    REMOVE_SIGNER("signer-removed", "减签"),
    DISPATCH("dispatched", "指派"),
    REASSIGN("reassigned", "改派"),
    CHOOSE("assignees-chosen", "选定办理人"),
    REMIND("reminded", "催办"),
    SUSPEND("suspended", "挂起"),
    RESUME("resumed", "恢复"),
    CIRCULATE("circulated", "传阅"),
    CONFIRM_READING("reading-confirmed", "已阅"),
    REOPEN("reopened", "重新办理"),
    VOID("voided", "作废"),
    EXTEND_DEADLINE("deadline-extended", "延长期限"),
    SWEEP("swept", "巡检");

    private final String code;
    private final String label;

    RouteAct(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
