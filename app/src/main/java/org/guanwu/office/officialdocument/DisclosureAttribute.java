package org.guanwu.office.officialdocument;

/** 公开属性: fixed with the draft and approved together with it (国办发〔2016〕80号). */
public enum DisclosureAttribute {
    PROACTIVE("主动公开"),
    ON_REQUEST("依申请公开"),
    WITHHELD("不予公开");

    private final String label;

    DisclosureAttribute(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** 国办发〔2016〕80号: 拟不公开的，要依法依规说明理由 */
    public boolean needsGround() {
        return this != PROACTIVE;
    }
}
