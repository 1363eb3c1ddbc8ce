package org.guanwu.foundation.routing.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.guanwu.foundation.routing.StepKind;
import org.guanwu.foundation.routing.StepMode;

/**
 * 流程模板草稿: steps as they were typed, right or wrong; nothing typed is lost because it is not yet right.
 *
 * @param baseRevision the published revision it was made from, 0 for a new template
 * @param version of the draft, for two people editing at once
 */
public record TemplateDraft(
        String code,
        int baseRevision,
        String name,
        long unitId,
        String matterType,
        String documentType,
        List<DraftStep> steps,
        int version,
        String editedBy,
        Instant editedAt) {

    public TemplateDraft {
        steps = List.copyOf(steps);
    }

    /**
     * @param who names of posts and people, separated by ；
     * @param limit working days as typed, empty for none
     * @param groups 回避组, separated by spaces
     * @param lane authority inside the joint issue in front of it; empty in the main list
     */
    public record DraftStep(
            String key,
            String name,
            StepKind kind,
            StepMode mode,
            String who,
            String limit,
            boolean silenceAgrees,
            boolean mayEdit,
            boolean assignsNumber,
            boolean bindsText,
            boolean isRequired,
            String groups,
            String fallback,
            String condition,
            String legalBasis,
            String lane) {}

    public TemplateDraft with(String newName, List<DraftStep> newSteps) {
        return new TemplateDraft(
                code, baseRevision, newName, unitId, matterType, documentType, newSteps, version, editedBy, editedAt);
    }

    TemplateDraft saved(int nextVersion, String by, Instant at) {
        return new TemplateDraft(
                code, baseRevision, name, unitId, matterType, documentType, steps, nextVersion, by, at);
    }

    /** one place up or down; at the end of the list nothing moves */
    public TemplateDraft moved(int index, int by) {
        int to = index + by;
        if (index < 0 || index >= steps.size() || to < 0 || to >= steps.size()) {
            return this;
        }
        var moved = new ArrayList<>(steps);
        moved.add(to, moved.remove(index));
        return with(name, moved);
    }

    /** 必经 stays */
    public TemplateDraft without(int index) {
        if (index < 0 || index >= steps.size() || steps.get(index).isRequired()) {
            return this;
        }
        var fewer = new ArrayList<>(steps);
        fewer.remove(index);
        return with(name, fewer);
    }

    public TemplateDraft withOneMore() {
        int n = steps.size() + 1;
        while (hasKey("s" + n)) {
            n++;
        }
        var more = new ArrayList<>(steps);
        more.add(new DraftStep(
                "s" + n,
                "",
                StepKind.DRAFT_REVIEW,
                StepMode.ONE,
                "",
                "",
                false,
                false,
                false,
                false,
                false,
                "",
                "",
                "",
                "",
                ""));
        return with(name, more);
    }

    private boolean hasKey(String key) {
        return steps.stream().anyMatch(s -> s.key().equals(key));
    }
}
