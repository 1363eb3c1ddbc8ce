package org.guanwu.foundation.routing;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 环节, as a template states it.
 *
 * @param key stable within the template, {@code sign}; inside a joint issue {@code joint/2/sign}
 * @param separationGroups 回避组: steps that share one need pairwise different people, hands and names
 * @param bindsText an opinion of this step holds only for the text it was given on; always true for ISSUANCE
 * @param limitInWorkingDays 0: no limit
 * @param fallbackPostId 兜底岗位: gets a vacant seat to dispatch; null: the routing administrators
 * @param isRequired 必经: the editor does not let it be removed
 * @param condition attribute that must be given at the start, otherwise the step is left out with the reason recorded
 * @param legalBasis why the step is there, shown under its name; empty when none
 * @param lanes only for JOINT_ISSUE: one per authority, lead first
 */
public record StepSpec(
        String key,
        String name,
        StepKind kind,
        StepMode mode,
        List<Assignee> assignees,
        Set<String> separationGroups,
        boolean bindsText,
        boolean mayEdit,
        boolean assignsNumber,
        int limitInWorkingDays,
        SilenceRule silenceRule,
        @Nullable Long fallbackPostId,
        boolean isRequired,
        @Nullable String condition,
        String legalBasis,
        List<LaneSpec> lanes) {

    public StepSpec {
        assignees = List.copyOf(assignees);
        separationGroups = Set.copyOf(separationGroups);
        lanes = List.copyOf(lanes);
        bindsText = bindsText || kind == StepKind.ISSUANCE;
    }

    public static StepSpec of(String key, String name, StepKind kind, StepMode mode, Assignee... assignees) {
        return new StepSpec(
                key,
                name,
                kind,
                mode,
                List.of(assignees),
                Set.of(),
                false,
                false,
                false,
                0,
                SilenceRule.NONE,
                null,
                false,
                null,
                "",
                List.of());
    }

    public static StepSpec joint(String key, String name, LaneSpec... lanes) {
        return of(key, name, StepKind.JOINT_ISSUE, StepMode.ALL).withLanes(List.of(lanes));
    }

    public boolean isJoint() {
        return kind == StepKind.JOINT_ISSUE;
    }

    public boolean silenceAgrees() {
        return silenceRule == SilenceRule.DEEMED_AGREED;
    }

    public StepSpec withAssignees(List<Assignee> people) {
        return new StepSpec(
                key,
                name,
                kind,
                mode,
                people,
                separationGroups,
                bindsText,
                mayEdit,
                assignsNumber,
                limitInWorkingDays,
                silenceRule,
                fallbackPostId,
                isRequired,
                condition,
                legalBasis,
                lanes);
    }

    public StepSpec withLanes(List<LaneSpec> parallel) {
        return new StepSpec(
                key,
                name,
                kind,
                mode,
                assignees,
                separationGroups,
                bindsText,
                mayEdit,
                assignsNumber,
                limitInWorkingDays,
                silenceRule,
                fallbackPostId,
                isRequired,
                condition,
                legalBasis,
                parallel);
    }

    public StepSpec separated(String... groups) {
        return new StepSpec(
                key,
                name,
                kind,
                mode,
                assignees,
                Set.of(groups),
                bindsText,
                mayEdit,
                assignsNumber,
                limitInWorkingDays,
                silenceRule,
                fallbackPostId,
                isRequired,
                condition,
                legalBasis,
                lanes);
    }

    public StepSpec limited(int workingDays, SilenceRule silence) {
        return new StepSpec(
                key,
                name,
                kind,
                mode,
                assignees,
                separationGroups,
                bindsText,
                mayEdit,
                assignsNumber,
                workingDays,
                silence,
                fallbackPostId,
                isRequired,
                condition,
                legalBasis,
                lanes);
    }

    public StepSpec fallingBackTo(long postId) {
        return new StepSpec(
                key,
                name,
                kind,
                mode,
                assignees,
                separationGroups,
                bindsText,
                mayEdit,
                assignsNumber,
                limitInWorkingDays,
                silenceRule,
                postId,
                isRequired,
                condition,
                legalBasis,
                lanes);
    }

    /** 可修改正文、在此取号、必经 */
    public StepSpec with(boolean editing, boolean numbering, boolean required) {
        return new StepSpec(
                key,
                name,
                kind,
                mode,
                assignees,
                separationGroups,
                bindsText,
                editing,
                numbering,
                limitInWorkingDays,
                silenceRule,
                fallbackPostId,
                required,
                condition,
                legalBasis,
                lanes);
    }

    public StepSpec onlyIf(String attribute, String basis) {
        return new StepSpec(
                key,
                name,
                kind,
                mode,
                assignees,
                separationGroups,
                bindsText,
                mayEdit,
                assignsNumber,
                limitInWorkingDays,
                silenceRule,
                fallbackPostId,
                isRequired,
                attribute,
                basis,
                lanes);
    }
}
