package org.guanwu.foundation.routing;

import java.util.List;

/** 联合发文分路: the steps of one authority inside a JOINT_ISSUE step. */
public record LaneSpec(String key, String name, List<StepSpec> steps) {

    public LaneSpec {
        steps = List.copyOf(steps);
    }
}
