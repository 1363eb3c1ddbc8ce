package org.guanwu.foundation.routing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guanwu.foundation.shared.Matter;
import org.jspecify.annotations.Nullable;

/**
 * @param template a copy travels with the matter
 * @param title as the inbox shows it
 * @param matterLabel kind in words: 发文·通知
 * @param url page of the matter inside the workspace
 * @param urgency 0 平件, 1 加急, 2 特急
 * @param unitId the unit for which it is done; routing administrators of this unit may step in
 * @param attributes which conditional steps are needed, with the reason shown where one is left out
 * @param choices 由上一环节选定: step key to people; may also be given later, with the act before
 * @param authorityCode 机关代字 for the number, null when the matter gets none
 * @param dueOn statutory or assigned; belongs to the matter, no return or hold changes it
 * @param submitOpinion null: the drafter finds his own task open; otherwise it is completed at once with this text
 */
public record StartRoute(
        Matter matter,
        RouteTemplate template,
        String title,
        String matterLabel,
        String url,
        int urgency,
        long unitId,
        Set<String> attributes,
        Map<String, List<Long>> choices,
        @Nullable String authorityCode,
        @Nullable LocalDate dueOn,
        @Nullable String submitOpinion) {

    public StartRoute {
        attributes = Set.copyOf(attributes);
        choices = Map.copyOf(choices);
    }
}
