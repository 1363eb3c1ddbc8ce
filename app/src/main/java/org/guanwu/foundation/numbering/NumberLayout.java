package org.guanwu.foundation.numbering;

/** 版式 that carries the number: GB/T 9704-2012 chapters 7 and 10, and the office's lesser kinds. */
public enum NumberLayout {
    DOCUMENT("文件"),
    LETTER("信函"),
    ORDER("命令（令）"),
    MINUTES("纪要"),
    ANNOUNCEMENT("公告"),
    MEMO("签报"),
    TELEGRAM("电报");

    private final String label;

    NumberLayout(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
