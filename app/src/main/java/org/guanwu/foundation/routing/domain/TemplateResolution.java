package org.guanwu.foundation.routing.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.foundation.routing.Assignee;
import org.guanwu.foundation.routing.LaneSpec;
import org.guanwu.foundation.routing.RouteTemplate;
import org.guanwu.foundation.routing.StepSpec;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A template becomes the route's own copy: conditions are decided, drafter and posts of his unit are found. */
@Component
class TemplateResolution {

    private final Organization organization;

    TemplateResolution(@Lazy Organization organization) {
        this.organization = organization;
    }

    /** @param leftOut each step left out, with the reason */
    record Resolved(RouteTemplate template, List<String> leftOut) {}

    Resolved resolve(RouteTemplate template, long drafter, Set<String> attributes) {
        var leftOut = new ArrayList<String>();
        List<StepSpec> steps = steps(template.steps(), drafter, attributes, leftOut);
        return new Resolved(
                new RouteTemplate(
                        template.code(),
                        template.revision(),
                        template.name(),
                        template.unitId(),
                        template.matterType(),
                        template.documentType(),
                        steps),
                List.copyOf(leftOut));
    }

    private List<StepSpec> steps(List<StepSpec> steps, long drafter, Set<String> attributes, List<String> leftOut) {
        var needed = new ArrayList<StepSpec>();
        for (StepSpec step : steps) {
            @Nullable String condition = step.condition();
            if (condition != null && !attributes.contains(condition)) {
                leftOut.add(step.name()
                        + (step.legalBasis().isEmpty() ? "：本件不需要，免办" : "：本件不需要，免办（" + step.legalBasis() + "）"));
                continue;
            }
            var lanes = step.lanes().stream()
                    .map(lane ->
                            new LaneSpec(lane.key(), lane.name(), steps(lane.steps(), drafter, attributes, leftOut)))
                    .filter(lane -> !lane.steps().isEmpty())
                    .toList();
            if (step.isJoint() && lanes.isEmpty()) {
                continue;
            }
            needed.add(step.withLanes(lanes)
                    .withAssignees(step.assignees().stream()
                            .map(assignee -> resolve(assignee, drafter))
                            .toList()));
        }
        return needed;
    }

    /** what is not found stays as it is: the seat is vacant then, and the fallback post names somebody */
    Assignee resolve(Assignee assignee, long drafter) {
        return switch (assignee) {
            case Assignee.Drafter _ -> new Assignee.Person(drafter);
            case Assignee.PostInDraftingUnit post -> findPost(post, drafter);
            case Assignee.Person _, Assignee.Post _, Assignee.ChosenBySender _ -> assignee;
        };
    }

    private Assignee findPost(Assignee.PostInDraftingUnit wanted, long drafter) {
        @Nullable Long unitId = organization.getPerson(drafter).unitId();
        while (unitId != null) {
            var post = organization.listPosts(unitId).stream()
                    .filter(p -> p.name().equals(wanted.postName()))
                    .findFirst();
            if (post.isPresent()) {
                return new Assignee.Post(post.get().id());
            }
            unitId = organization.findUnit(unitId).map(Unit::parentId).orElse(null);
        }
        return wanted;
    }
}
