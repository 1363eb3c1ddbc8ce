package org.guanwu.foundation.routing;

import java.util.List;

/**
 * 流程模板, one immutable revision.
 *
 * @param unitId the unit whose subtree uses it, unless a nearer unit has its own
 * @param matterType {@code outgoing-document}
 * @param documentType 文种 code (NOTICE); empty: every type that has no template of its own
 */
public record RouteTemplate(
        String code,
        int revision,
        String name,
        long unitId,
        String matterType,
        String documentType,
        List<StepSpec> steps) {

    public RouteTemplate {
        steps = List.copyOf(steps);
    }
}
