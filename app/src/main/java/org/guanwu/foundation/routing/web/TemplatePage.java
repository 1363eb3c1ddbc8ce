package org.guanwu.foundation.routing.web;

import java.util.List;
import org.guanwu.foundation.routing.ForecastStep;
import org.guanwu.foundation.routing.TemplateProblem;
import org.guanwu.foundation.routing.domain.TemplateDraft;
import org.guanwu.foundation.shared.ChinaTime;
import org.jspecify.annotations.Nullable;

/**
 * @param underWay matters that run with a revision before the next one
 * @param trialDrafter as typed; {@code trialNote} why there is no trial
 */
public record TemplatePage(
        TemplateDraft draft,
        String unitName,
        long underWay,
        List<TemplateProblem> problems,
        List<String> suggestions,
        List<String> conditions,
        String trialDrafter,
        @Nullable String trialNote,
        List<ForecastStep> trial) {

    public List<TemplateProblem> of(String stepKey) {
        return problems.stream().filter(p -> p.stepKey().equals(stepKey)).toList();
    }

    public long blocking() {
        return problems.stream().filter(TemplateProblem::blocks).count();
    }

    public String saved() {
        return draft.version() == 0 ? "尚无改动" : "已保存 " + ChinaTime.minute(draft.editedAt()) + " " + draft.editedBy();
    }
}
