package org.guanwu.foundation.routing.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guanwu.foundation.routing.Assignee;
import org.guanwu.foundation.routing.LaneSpec;
import org.guanwu.foundation.routing.RouteTemplate;
import org.guanwu.foundation.routing.SilenceRule;
import org.guanwu.foundation.routing.StepSpec;
import org.guanwu.foundation.routing.TemplateProblem;
import org.guanwu.foundation.routing.domain.TemplateDraft.DraftStep;
import org.jspecify.annotations.Nullable;

/** A draft becomes a template; what cannot be understood becomes a problem at its step. */
final class DraftReading {

    private final AssigneeText text;
    private final TemplateDraft draft;
    private final List<TemplateProblem> problems = new ArrayList<>();

    private DraftReading(TemplateDraft draft, AssigneeText text) {
        this.draft = draft;
        this.text = text;
    }

    record Read(RouteTemplate template, List<TemplateProblem> problems) {}

    static Read of(TemplateDraft draft, AssigneeText text) {
        var reading = new DraftReading(draft, text);
        List<StepSpec> steps = reading.steps();
        return new Read(
                new RouteTemplate(
                        draft.code(),
                        draft.baseRevision(),
                        draft.name(),
                        draft.unitId(),
                        draft.matterType(),
                        draft.documentType(),
                        steps),
                reading.problems);
    }

    /** steps with an authority belong to the joint issue in front of them */
    private List<StepSpec> steps() {
        var main = new ArrayList<StepSpec>();
        for (int i = 0; i < draft.steps().size(); i++) {
            DraftStep typed = draft.steps().get(i);
            if (!typed.lane().isBlank()) {
                problem(typed, "“" + typed.lane() + "”应排在联合发文环节之后。");
                continue;
            }
            StepSpec step = step(typed);
            if (step.isJoint()) {
                Map<String, List<StepSpec>> lanes = new LinkedHashMap<>();
                while (i + 1 < draft.steps().size()
                        && !draft.steps().get(i + 1).lane().isBlank()) {
                    DraftStep inner = draft.steps().get(++i);
                    lanes.computeIfAbsent(inner.lane().strip(), lane -> new ArrayList<>())
                            .add(step(inner));
                }
                var parallel = new ArrayList<LaneSpec>();
                lanes.forEach((name, inner) ->
                        parallel.add(new LaneSpec(typed.key() + "/" + (parallel.size() + 1), name, inner)));
                step = step.withLanes(parallel);
            }
            main.add(step);
        }
        return main;
    }

    private StepSpec step(DraftStep typed) {
        return new StepSpec(
                typed.key(),
                typed.name().strip(),
                typed.kind(),
                typed.mode(),
                assignees(typed),
                groups(typed),
                typed.bindsText(),
                typed.mayEdit(),
                typed.assignsNumber(),
                limit(typed),
                typed.silenceAgrees() ? SilenceRule.DEEMED_AGREED : SilenceRule.NONE,
                fallback(typed),
                typed.isRequired(),
                typed.condition().isBlank() ? null : typed.condition().strip(),
                typed.legalBasis().strip(),
                List.of());
    }

    private void problem(DraftStep step, String message) {
        problems.add(new TemplateProblem(step.key(), message, true));
    }

    private List<Assignee> assignees(DraftStep typed) {
        var assignees = new ArrayList<Assignee>();
        for (String words : AssigneeText.split(typed.who())) {
            text.read(words, draft.unitId())
                    .ifPresentOrElse(assignees::add, () -> problem(typed, "找不到“" + words + "”。请写单位和岗位或姓名，如“办公室 核稿岗”。"));
        }
        return assignees;
    }

    private static Set<String> groups(DraftStep typed) {
        var groups = new LinkedHashSet<String>();
        for (String group : typed.groups().strip().split("\\s+")) {
            if (!group.isEmpty()) {
                groups.add(group);
            }
        }
        return groups;
    }

    private int limit(DraftStep typed) {
        String digits = typed.limit().replace("个", "").replace("工作日", "").strip();
        if (digits.isEmpty() || digits.equals("不限")) {
            return 0;
        }
        if (digits.matches("[0-9]{1,4}")) {
            return Integer.parseInt(digits);
        }
        problem(typed, "时限请写工作日数，如 3；不限就空着。");
        return 0;
    }

    private @Nullable Long fallback(DraftStep typed) {
        if (typed.fallback().isBlank()) {
            return null;
        }
        if (text.read(typed.fallback().strip(), draft.unitId()).orElse(null) instanceof Assignee.Post post) {
            return post.postId();
        }
        problem(typed, "找不到兜底岗位“" + typed.fallback() + "”。");
        return null;
    }
}
