package org.guanwu.office.officialdocument.domain;

/**
 * One line of 检查: what was found, under which rule.
 *
 * @param field form field that puts it right; empty when none does alone
 * @param article the rule with its article; empty for good practice
 */
public record DraftCheck(Severity severity, String field, String finding, String article) {

    /** 不能送 stops the draft, 请看 does not */
    public enum Severity {
        BLOCKS("不能送"),
        LOOK("请看"),
        PASSED("通过");

        private final String label;

        Severity(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean blocks() {
        return severity == Severity.BLOCKS;
    }
}
