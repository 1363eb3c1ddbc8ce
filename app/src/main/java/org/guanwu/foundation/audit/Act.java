package org.guanwu.foundation.audit;

import java.util.Map;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.shared.Matter;
import org.jspecify.annotations.Nullable;

/**
 * One act, as it goes to the ledger.
 *
 * @param actorId person id; null for the system itself (sweeps, jobs) and for the anonymous public
 * @param principalId for whom: the person in whose name a deputy acts; equal to actorId when one acts for oneself
 * @param act stable kebab-case code with its module in front: {@code officialdocument.signed}
 * @param before canonical text of the object before the act, of which only the SM3 digest is kept; null if none
 * @param details small, content-free facts (number, version, reason); never the text of a document, never a password
 */
public record Act(
        @Nullable Long actorId,
        String actorName,
        @Nullable Long principalId,
        @Nullable Long unitId,
        String unitName,
        String act,
        Matter object,
        @Nullable String before,
        @Nullable String after,
        String address,
        Map<String, String> details) {

    public Act {
        details = Map.copyOf(details);
    }

    /** the usual case: a signed-in person acts for himself */
    public static Act by(Actor actor, String act, Matter object, Map<String, String> details) {
        return new Act(
                actor.personId(),
                actor.name(),
                actor.personId(),
                actor.unitId(),
                actor.unitName(),
                act,
                object,
                null,
                null,
                actor.address(),
                details);
    }

    /** the system acts: a sweep, a job, a recomputation */
    public static Act bySystem(String act, Matter object, Map<String, String> details) {
        return new Act(null, "系统", null, null, "", act, object, null, null, "", details);
    }

    public Act inTheNameOf(long principal) {
        return new Act(actorId, actorName, principal, unitId, unitName, act, object, before, after, address, details);
    }

    public Act changing(@Nullable String from, @Nullable String to) {
        return new Act(actorId, actorName, principalId, unitId, unitName, act, object, from, to, address, details);
    }
}
