package org.guanwu.foundation.routing.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import org.guanwu.foundation.routing.LaneSpec;
import org.guanwu.foundation.routing.RouteTemplate;
import org.guanwu.foundation.routing.StepSpec;
import org.jspecify.annotations.Nullable;

/** The route's own copy of its template, indexed: which lane a step lies in, what is earlier, what is inside. */
final class Outline {

    static final String MAIN = "main";

    private final RouteTemplate template;
    private final LaneSpec main;
    private final Map<String, StepSpec> steps = new LinkedHashMap<>();
    private final Map<String, LaneSpec> laneOfStep = new HashMap<>();
    private final Map<String, String> stepAroundLane = new HashMap<>();

    Outline(RouteTemplate template) {
        this.template = template;
        this.main = new LaneSpec(MAIN, "", template.steps());
        index(main, null);
    }

    private void index(LaneSpec lane, @Nullable String around) {
        if (around != null) {
            stepAroundLane.put(lane.key(), around);
        }
        for (StepSpec step : lane.steps()) {
            if (steps.put(step.key(), step) != null) {
                throw new IllegalArgumentException("step key twice: " + step.key());
            }
            laneOfStep.put(step.key(), lane);
            step.lanes().forEach(inner -> index(inner, step.key()));
        }
    }

    RouteTemplate template() {
        return template;
    }

    LaneSpec main() {
        return main;
    }

    /** all steps, outer before inner, in list order */
    Iterable<String> keys() {
        return steps.keySet();
    }

    Iterable<StepSpec> specs() {
        return steps.values();
    }

    boolean has(String key) {
        return steps.containsKey(key);
    }

    StepSpec spec(String key) {
        StepSpec spec = steps.get(key);
        if (spec == null) {
            throw new IllegalArgumentException("no step " + key);
        }
        return spec;
    }

    LaneSpec laneOf(String key) {
        return laneOfStep.get(spec(key).key());
    }

    /** the joint step around a lane; null for the main list */
    @Nullable
    String around(LaneSpec lane) {
        return stepAroundLane.get(lane.key());
    }

    int position(String key) {
        return laneOf(key).steps().indexOf(spec(key));
    }

    /** the enclosing joint steps, outermost first, the step itself last */
    List<String> path(String key) {
        var path = new LinkedList<String>();
        for (@Nullable String step = key; step != null; step = around(laneOf(step))) {
            path.addFirst(step);
        }
        return path;
    }

    /** every step inside a joint step, at any depth */
    List<String> inside(String key) {
        var inside = new ArrayList<String>();
        for (LaneSpec lane : spec(key).lanes()) {
            for (StepSpec step : lane.steps()) {
                inside.add(step.key());
                inside.addAll(inside(step.key()));
            }
        }
        return inside;
    }

    /** negative: {@code a} strictly before {@code b} on one line of work; 0: parallel, one inside the other, or the same */
    int order(String a, String b) {
        List<String> pathA = path(a);
        List<String> pathB = path(b);
        for (int i = 0; i < Math.min(pathA.size(), pathB.size()); i++) {
            if (pathA.get(i).equals(pathB.get(i))) {
                continue;
            }
            return laneOf(pathA.get(i)) == laneOf(pathB.get(i))
                    ? Integer.compare(position(pathA.get(i)), position(pathB.get(i)))
                    : 0;
        }
        return 0;
    }
}
