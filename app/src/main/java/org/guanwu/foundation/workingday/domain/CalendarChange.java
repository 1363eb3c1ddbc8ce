package org.guanwu.foundation.workingday.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A notice or correction on its way into force, or long there. */
public record CalendarChange(
        long id,
        Kind kind,
        int year,
        Status status,
        String noticeNumber,
        String title,
        String address,
        @Nullable LocalDate issuedOn,
        String note,
        @Nullable Long revertsId,
        @Nullable Long draftedBy,
        String draftedByName,
        Instant draftedAt,
        String approvedByName,
        @Nullable Instant approvedAt,
        @Nullable Long effectOrder,
        String returnedNote,
        int version) {

    /** YEAR a whole arrangement, CORRECTION single dates, ROLL_BACK takes a change out again */
    public enum Kind {
        YEAR("全年安排"),
        CORRECTION("更正个别日期"),
        ROLL_BACK("回退");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** states of a change */
    public enum Status {
        DRAFT("草稿"),
        SUBMITTED("待复核"),
        IN_FORCE("生效"),
        DISCARDED("已放弃"),
        ROLLED_BACK("已回退");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean isOpen() {
        return status == Status.DRAFT || status == Status.SUBMITTED;
    }

    /** what came with the product is corrected, not rolled back */
    public boolean canBeRolledBack() {
        return status == Status.IN_FORCE && kind != Kind.ROLL_BACK && draftedBy != null;
    }

    Notice notice() {
        return new Notice(id, year, noticeNumber, title, address);
    }
}
