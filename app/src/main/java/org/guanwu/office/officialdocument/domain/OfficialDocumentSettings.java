package org.guanwu.office.officialdocument.domain;

import java.util.List;
import org.guanwu.office.officialdocument.Urgency;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Local practice, not law: each installation may set its own.
 *
 * @param mostUrgentDays 特急 in working days from sending
 * @param urgentDays 加急
 * @param ordinaryDays 平件
 * @param headPosts names of the posts whose holder is 机关主要负责人
 */
@ConfigurationProperties("guanwu.official-document")
record OfficialDocumentSettings(
        @DefaultValue("1") int mostUrgentDays,
        @DefaultValue("3") int urgentDays,
        @DefaultValue("10") int ordinaryDays,
        @DefaultValue({"署长", "关长"}) List<String> headPosts) {

    int limitInWorkingDays(Urgency urgency) {
        return switch (urgency) {
            case MOST_URGENT -> mostUrgentDays;
            case URGENT -> urgentDays;
            case ORDINARY -> ordinaryDays;
        };
    }
}
