package org.guanwu.foundation.routing.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.guanwu.foundation.routing.Assignee;
import org.guanwu.foundation.routing.LaneSpec;
import org.guanwu.foundation.routing.RouteTemplate;
import org.guanwu.foundation.routing.SilenceRule;
import org.guanwu.foundation.routing.StepKind;
import org.guanwu.foundation.routing.StepMode;
import org.guanwu.foundation.routing.StepSpec;

/** Random templates: every mode, countersignature with and without silence, joint issue up to two levels deep. */
final class Shapes {

    static final long FALLBACK_POST = 7;
    static final int POSTS = 6;

    private Shapes() {}

    static RouteTemplate template(StepSpec... steps) {
        return new RouteTemplate("t", 1, "试", 1, "test", "", List.of(steps));
    }

    static RouteTemplate random(Random g) {
        var steps = new ArrayList<StepSpec>();
        steps.add(StepSpec.of("draft", "起草", StepKind.DRAFTING, StepMode.ONE, new Assignee.Person(World.person(0)))
                .separated("E")
                .with(true, false, true)
                .fallingBackTo(FALLBACK_POST));
        int reviews = g.nextInt(3);
        boolean fourEyes = g.nextInt(4) > 0;
        Set<String> groups = g.nextInt(3) == 0 ? Set.of("E", "T") : fourEyes ? Set.of("E") : Set.of();
        for (int i = 0; i < reviews; i++) {
            steps.add(middle(g, "m" + i, groups, true));
        }
        if (g.nextInt(2) == 0) {
            steps.add(joint(g, "joint", 1));
        }
        if (g.nextInt(4) > 0) {
            steps.add(step(g, "sign", StepKind.ISSUANCE, fourEyes ? Set.of("E") : Set.of(), true, g.nextBoolean()));
        }
        if (g.nextInt(3) == 0) {
            steps.add(joint(g, "joint2", 1));
        }
        if (g.nextInt(3) > 0) {
            steps.add(step(g, "check", StepKind.FINAL_CHECK, Set.of(), false, true));
        }
        if (g.nextInt(4) > 0) {
            steps.add(step(g, "register", StepKind.REGISTRATION, Set.of(), false, false)
                    .with(false, true, true));
        }
        if (g.nextInt(3) == 0) {
            steps.add(middle(g, "tail", Set.of(), false));
        }
        return template(steps.toArray(StepSpec[]::new));
    }

    private static StepSpec joint(Random g, String key, int depth) {
        var lanes = new ArrayList<LaneSpec>();
        for (int lane = 2 + g.nextInt(2); lane > 0; lane--) {
            var steps = new ArrayList<StepSpec>();
            String own = key + "/" + lane;
            for (int i = 1 + g.nextInt(2); i > 0; i--) {
                steps.add(
                        depth < 2 && g.nextInt(8) == 0
                                ? joint(g, own + "/j" + i, depth + 1)
                                : middle(g, own + "/s" + i, Set.of(own), false));
            }
            if (g.nextBoolean()) {
                steps.add(step(
                        g, own + "/sign", StepKind.ISSUANCE, g.nextBoolean() ? Set.of(own) : Set.of("E"), true, false));
            }
            lanes.add(new LaneSpec(own, own, steps));
        }
        return StepSpec.joint(key, key, lanes.toArray(LaneSpec[]::new)).fallingBackTo(FALLBACK_POST);
    }

    private static StepSpec middle(Random g, String key, Set<String> groups, boolean mayEdit) {
        if (g.nextInt(3) == 0) {
            step(g, key, StepKind.COUNTERSIGNATURE, Set.of(), false, false);
            return StepSpec.of(
                            key,
                            key,
                            StepKind.COUNTERSIGNATURE,
                            StepMode.ALL,
                            people(g, 2 + g.nextInt(3)).toArray(Assignee[]::new))
                    .limited(5 + g.nextInt(10), g.nextBoolean() ? SilenceRule.DEEMED_AGREED : SilenceRule.NONE)
                    .fallingBackTo(FALLBACK_POST);
        }
        return step(g, key, StepKind.DRAFT_REVIEW, groups, g.nextInt(6) == 0, mayEdit && g.nextBoolean());
    }

    private static StepSpec step(
            Random g, String key, StepKind kind, Set<String> groups, boolean bindsText, boolean mayEdit) {
        StepMode mode = StepMode.values()[g.nextInt(3)];
        List<Assignee> people = people(g, mode == StepMode.ONE ? 1 + g.nextInt(2) : 1 + g.nextInt(3));
        return new StepSpec(
                key,
                key,
                kind,
                mode,
                people,
                groups,
                bindsText,
                mayEdit,
                false,
                g.nextInt(3) == 0 ? 5 + g.nextInt(10) : 0,
                SilenceRule.NONE,
                FALLBACK_POST,
                false,
                null,
                "",
                List.of());
    }

    private static List<Assignee> people(Random g, int n) {
        var people = new ArrayList<Assignee>();
        for (int i = 0; i < n; i++) {
            people.add(
                    switch (g.nextInt(12)) {
                        case 0, 1, 2, 3 -> new Assignee.Post(1 + g.nextInt(POSTS));
                        case 4 -> new Assignee.ChosenBySender();
                        default -> new Assignee.Person(World.person(g.nextInt(World.PEOPLE)));
                    });
        }
        // a list names each person once; the same person twice by way of a post stays possible
        return List.copyOf(
                people.size() == new HashSet<>(people).size() || g.nextInt(4) == 0
                        ? people
                        : List.copyOf(new java.util.LinkedHashSet<>(people)));
    }
}
