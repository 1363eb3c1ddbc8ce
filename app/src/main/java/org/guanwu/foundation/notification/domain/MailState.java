package org.guanwu.foundation.notification.domain;

/** 送达状态 */
public enum MailState {
    PENDING("待发"),
    SENDING("发送中"),
    SENT("已发出"),
    FAILED("未发出，将重试"),
    GAVE_UP("发不出，已停止"),
    NOT_CONFIGURED("未启用邮件");

    private final String label;

    MailState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
