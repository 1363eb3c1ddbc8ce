package org.guanwu.foundation.audit.domain;

/**
 * Where the chain first fails. Everything after it may still be true, but can no longer be proved.
 *
 * @param seq the entry at which it shows
 */
public record BrokenLink(long seq, Kind kind, String expected, String found) {

    public enum Kind {
        MISSING("缺少这一条，序号不连续"),
        OUT_OF_ORDER("序号倒退或重复，顺序被改动"),
        PREVIOUS("记载的上一条摘要与上一条不符，两条之间有改动、插入或替换"),
        CONTENT("内容与本条摘要不符，本条被改动"),
        ANCHOR("与此前留存的摘要不符，账尾被截断或整段被重写");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public String sentence() {
        return "第 " + seq + " 条：" + kind.label() + "。";
    }
}
