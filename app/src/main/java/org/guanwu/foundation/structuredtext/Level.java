package org.guanwu.foundation.structuredtext;

import java.util.regex.Pattern;

/** 层次序号, from the outermost inwards: those of rules (章、节、条) and those of GB/T 9704-2012 7.3.3. */
public enum Level {
    ATTACHMENT("^附件(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})?(?=[：:\\s　]|$)", "h1"),
    CHAPTER("^第[一二三四五六七八九十百零〇]{1,5}章", "h1"),
    SECTION("^第[一二三四五六七八九十百零〇]{1,5}节", "h2"),
    ARTICLE("^第[一二三四五六七八九十百千零〇]{1,7}条(?:之[一二三四五六七八九十]{1,2})?(?!第|款|项|规定|、|，|和|的|至)", "ar"),
    FIRST("^[一二三四五六七八九十]{1,3}、", "l1"),
    SECOND("^[（(][一二三四五六七八九十]{1,3}[）)]", "l2"),
    THIRD("^[0-9０-９]{1,2}[.．、](?![0-9])", "l3"),
    FOURTH("^[（(][0-9０-９]{1,2}[）)]", "l4");

    private final Pattern label;
    private final String cssClass;

    Level(String label, String cssClass) {
        this.label = Pattern.compile(label);
        this.cssClass = cssClass;
    }

    Pattern label() {
        return label;
    }

    /** class of the label in HTML: 黑体 for l1, 楷体 for l2 (GB/T 9704-2012 7.3.3) */
    public String cssClass() {
        return cssClass;
    }
}
