package org.guanwu.office.secrecyreview.domain;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.office.secrecyreview.ReleaseStatus;

/**
 * Who may do what at which step: a table, tested as one. 初审、复审、批准 are three people, none of them the drafter
 * (保守国家秘密法实施条例第四十二条; 先审查、后公开).
 */
public final class GateRules {

    /** what can be done to a review */
    public enum GateAction {
        DECIDE("处理发现"),
        PASS("通过"),
        RETURN("退回"),
        ABANDON("撤回送审");

        private final String label;

        GateAction(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** what a person has had to do with the review so far */
    public enum Involvement {
        NONE,
        DRAFTER,
        EARLIER_REVIEWER
    }

    private GateRules() {}

    public static Set<GateAction> permitted(ReleaseStatus status, boolean holdsStep, Involvement involvement) {
        if (!status.isOpen()) {
            return EnumSet.noneOf(GateAction.class);
        }
        return switch (involvement) {
            case DRAFTER -> EnumSet.of(GateAction.ABANDON);
            case EARLIER_REVIEWER -> EnumSet.noneOf(GateAction.class);
            case NONE ->
                holdsStep
                        ? EnumSet.of(GateAction.DECIDE, GateAction.PASS, GateAction.RETURN)
                        : EnumSet.noneOf(GateAction.class);
        };
    }

    /** empty when the review is closed */
    public static Optional<Permission> permissionFor(ReleaseStatus status) {
        return switch (status) {
            case FIRST_REVIEW -> Optional.of(Permission.DISCLOSURE_REVIEW);
            case SECOND_REVIEW -> Optional.of(Permission.SECRECY_REVIEW);
            case APPROVAL -> Optional.of(Permission.PUBLICATION_RELEASE);
            case APPROVED, RETURNED, ABANDONED -> Optional.empty();
        };
    }

    static ReleaseStatus after(ReleaseStatus status) {
        return switch (status) {
            case FIRST_REVIEW -> ReleaseStatus.SECOND_REVIEW;
            case SECOND_REVIEW -> ReleaseStatus.APPROVAL;
            case APPROVAL -> ReleaseStatus.APPROVED;
            case APPROVED, RETURNED, ABANDONED -> throw new IllegalStateException("closed: " + status);
        };
    }
}
