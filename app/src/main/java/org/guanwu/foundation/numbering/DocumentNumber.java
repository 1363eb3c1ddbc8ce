package org.guanwu.foundation.numbering;

/** 发文字号 (GB/T 9704-2012 7.2.5): 机关代字、年份、发文顺序号; year in 〔〕, no leading zero, no 第. */
public record DocumentNumber(String authorityCode, int year, int serial) {

    @Override
    public String toString() {
        return authorityCode + "〔" + year + "〕" + serial + "号";
    }
}
