package org.guanwu.foundation.numbering;

import java.util.Optional;
import java.util.regex.Pattern;

/** 发文字号 (GB/T 9704-2012 7.2.5): 机关代字、年份、发文顺序号; year in 〔〕, no leading zero, no 第. */
public record DocumentNumber(String authorityCode, int year, int serial) {

    private static final String SPACE = "[\\s\u3000]*";
    private static final Pattern AS_TYPED = Pattern.compile(SPACE + "(\\D*?[^\\d\\s\u3000〔\\[［(（【])" + SPACE
            + "[〔\\[［(（【]?" + SPACE + "(\\d{4})" + SPACE + "[〕\\]］)）】]?" + SPACE + "第?" + SPACE + "0*([1-9]\\d{0,8})"
            + SPACE + "号?" + SPACE);

    /** as people type it: any bracket or none, spaces, leading zeros, 第, with or without 号 */
    public static Optional<DocumentNumber> parse(String text) {
        var typed = AS_TYPED.matcher(text);
        if (!typed.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new DocumentNumber(typed.group(1), Integer.parseInt(typed.group(2)), Integer.parseInt(typed.group(3))));
    }

    @Override
    public String toString() {
        return authorityCode + "〔" + year + "〕" + serial + "号";
    }
}
