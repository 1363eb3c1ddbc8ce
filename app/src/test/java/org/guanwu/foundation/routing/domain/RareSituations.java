package org.guanwu.foundation.routing.domain;

import java.util.List;
import java.util.Map;
import org.guanwu.foundation.organization.Staffing.DelegationInForce;
import org.guanwu.foundation.routing.Assignee;
import org.guanwu.foundation.routing.StepKind;
import org.guanwu.foundation.routing.StepMode;
import org.guanwu.foundation.routing.StepSpec;

/** Traps 5 and 12, led to on purpose; each says what is broken, or nothing. */
final class RareSituations {

    private RareSituations() {}

    private static StepSpec step(String key, StepKind kind, StepMode mode, Assignee... people) {
        return StepSpec.of(key, key, kind, mode, people);
    }

    private static StepSpec draft() {
        return step("draft", StepKind.DRAFTING, StepMode.ONE, new Assignee.Person(1));
    }

    /** a delegation has expired, and the former deputy is in the pool himself: only in his own name */
    static String expiredDeputyInThePool() {
        var desk = new Desk(
                Map.of(10L, List.of(6L)),
                draft(),
                step("sign", StepKind.ISSUANCE, StepMode.ONE, new Assignee.Post(10)));
        desk.absent.add(6L);
        desk.delegations.add(new DelegationInForce(6, 8, true, false, null));
        desk.approves(1);
        desk.delegations.clear();
        desk.posts.put(10L, List.of(6L, 8L));
        desk.approves(8);
        return desk.refused == RefusalReason.NOT_ENTITLED ? "" : "acted in a name without a delegation";
    }

    /** the earlier handler of a seat is needed on another seat of the step: his colleague gets it */
    static String earlierHandlerIsBusy() {
        var desk = new Desk(
                Map.of(12L, List.of(5L), 10L, List.of(3L, 4L)),
                draft(),
                step("consult", StepKind.COUNTERSIGNATURE, StepMode.ALL, new Assignee.Post(12), new Assignee.Post(10)),
                step("sign", StepKind.ISSUANCE, StepMode.ONE, new Assignee.Person(6)));
        desk.approves(1).approves(5).approves(3);
        desk.absent.add(5L);
        desk.posts.put(12L, List.of(3L));
        desk.returns(6, "consult", false, true);
        return "consult".equals(desk.holding().get(4L)) ? "" : "vacant although 4 is free: " + desk.holding();
    }
}
