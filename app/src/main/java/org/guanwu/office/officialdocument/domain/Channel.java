package org.guanwu.office.officialdocument.domain;

/** 公开方式 (政府信息公开条例第二十三条、第二十五条) */
public enum Channel {
    WEBSITE("政府网站"),
    GAZETTE("海关文告"),
    NEW_MEDIA("政务新媒体"),
    PRESS_CONFERENCE("新闻发布会"),
    NOTICE_BOARD("公示栏、办事窗口"),
    NEWSPAPER_BROADCAST("报刊、广播、电视");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
