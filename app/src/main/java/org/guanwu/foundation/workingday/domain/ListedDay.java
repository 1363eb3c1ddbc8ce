package org.guanwu.foundation.workingday.domain;

/** What a notice says of a date; dates it does not name follow the week. */
public record ListedDay(Kind kind, String name, Notice notice) {

    /** OFF 放假, WORK 调休上班, ORDINARY 恢复为普通日 (a correction takes an entry back) */
    public enum Kind {
        OFF("放假"),
        WORK("调休上班"),
        ORDINARY("恢复为普通日");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
