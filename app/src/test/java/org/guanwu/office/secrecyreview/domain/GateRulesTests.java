package org.guanwu.office.secrecyreview.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.guanwu.office.secrecyreview.ReleaseStatus;
import org.guanwu.office.secrecyreview.domain.GateRules.GateAction;
import org.guanwu.office.secrecyreview.domain.GateRules.Involvement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GateRulesTests {

    /** status | holds the permission of the step | involvement | what is permitted */
    private static final String TABLE = """
            FIRST_REVIEW  | yes | NONE             | DECIDE PASS RETURN
            FIRST_REVIEW  | yes | DRAFTER          | ABANDON
            FIRST_REVIEW  | yes | EARLIER_REVIEWER |
            FIRST_REVIEW  | no  | NONE             |
            FIRST_REVIEW  | no  | DRAFTER          | ABANDON
            FIRST_REVIEW  | no  | EARLIER_REVIEWER |
            SECOND_REVIEW | yes | NONE             | DECIDE PASS RETURN
            SECOND_REVIEW | yes | DRAFTER          | ABANDON
            SECOND_REVIEW | yes | EARLIER_REVIEWER |
            SECOND_REVIEW | no  | NONE             |
            SECOND_REVIEW | no  | DRAFTER          | ABANDON
            SECOND_REVIEW | no  | EARLIER_REVIEWER |
            APPROVAL      | yes | NONE             | DECIDE PASS RETURN
            APPROVAL      | yes | DRAFTER          | ABANDON
            APPROVAL      | yes | EARLIER_REVIEWER |
            APPROVAL      | no  | NONE             |
            APPROVAL      | no  | DRAFTER          | ABANDON
            APPROVAL      | no  | EARLIER_REVIEWER |
            APPROVED      | yes | NONE             |
            APPROVED      | yes | DRAFTER          |
            APPROVED      | yes | EARLIER_REVIEWER |
            APPROVED      | no  | NONE             |
            APPROVED      | no  | DRAFTER          |
            APPROVED      | no  | EARLIER_REVIEWER |
            RETURNED      | yes | NONE             |
            RETURNED      | yes | DRAFTER          |
            RETURNED      | yes | EARLIER_REVIEWER |
            RETURNED      | no  | NONE             |
            RETURNED      | no  | DRAFTER          |
            RETURNED      | no  | EARLIER_REVIEWER |
            ABANDONED     | yes | NONE             |
            ABANDONED     | yes | DRAFTER          |
            ABANDONED     | yes | EARLIER_REVIEWER |
            ABANDONED     | no  | NONE             |
            ABANDONED     | no  | DRAFTER          |
            ABANDONED     | no  | EARLIER_REVIEWER |
            """;

    @Test
    @DisplayName("保守国家秘密法实施条例第四十二条：逐项审查；起草人不审自己的稿，一人不办两步")
    void whoMayDoWhatAtWhichStep() {
        var actual = new StringBuilder();
        for (var status : ReleaseStatus.values()) {
            for (boolean holds : new boolean[] {true, false}) {
                for (var involvement : Involvement.values()) {
                    String actions = Arrays.stream(GateAction.values())
                            .filter(GateRules.permitted(status, holds, involvement)::contains)
                            .map(Enum::name)
                            .collect(Collectors.joining(" "));
                    actual.append("%-13s | %-3s | %-16s | %s"
                                    .formatted(status, holds ? "yes" : "no", involvement, actions)
                                    .stripTrailing())
                            .append('\n');
                }
            }
        }
        assertThat(actual.toString()).isEqualTo(TABLE);
    }

    @Test
    void everyOpenStepHasItsOwnPermission() {
        assertThat(Arrays.stream(ReleaseStatus.values())
                        .filter(ReleaseStatus::isOpen)
                        .map(GateRules::permissionFor)
                        .distinct())
                .hasSize(3)
                .allMatch(java.util.Optional::isPresent);
    }
}
