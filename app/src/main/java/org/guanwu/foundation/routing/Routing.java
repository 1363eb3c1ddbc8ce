package org.guanwu.foundation.routing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.shared.Matter;
import org.jspecify.annotations.Nullable;

/**
 * 流转. Every act joins the caller's transaction, locks the route row first, and either is accepted whole or throws
 * {@link org.guanwu.foundation.shared.Refusal} and changes nothing. A repeated command id returns the first answer.
 *
 * <p>Who may see the matter is asked of its {@link RoutedMatter}; who may act is decided here, at the act.
 */
public interface Routing {

    /** @throws org.guanwu.foundation.shared.Refusal when the matter already has a route that is not voided */
    Receipt start(Actor drafter, UUID commandId, StartRoute request);

    /** 试走: who would get each step if this person started it now in this unit */
    List<ForecastStep> forecast(
            long drafterId,
            long unitId,
            RouteTemplate template,
            Set<String> attributes,
            Map<String, List<Long>> choices);

    /** @throws org.guanwu.foundation.shared.NotFound when there is none or the actor may not see the matter */
    RouteView view(Actor actor, Matter matter);

    Optional<RouteView> find(Actor actor, Matter matter);

    /** the matter of a route; says nothing about who may see it */
    Matter matterOf(long routeId);

    /** 打开: from now on the sender cannot withdraw. Marks every open task of the actor in the route; safe to repeat. */
    void open(Actor actor, Matter matter);

    /** 提交、同意 */
    Receipt approve(Actor actor, OnScreen screen, String opinion, Map<String, List<Long>> choices);

    /** the text has been changed by the holder of the task; the receipt has its new content version */
    Receipt edit(Actor actor, OnScreen screen, boolean isSubstantive);

    Receipt returnTo(Actor actor, OnScreen screen, ReturnRequest request);

    Receipt withdraw(Actor actor, UUID commandId, long routeId, int taskNo);

    Receipt transfer(Actor actor, OnScreen screen, long toPersonId);

    Receipt addSigner(Actor actor, OnScreen screen, SignerPlace place, long personId);

    Receipt removeSigner(Actor actor, OnScreen screen, String stepKey, int seatNo);

    Receipt dispatch(Actor actor, OnScreen screen, int seatNo, long toPersonId);

    Receipt reassign(Actor actor, OnScreen screen, String stepKey, int seatNo, long toPersonId, String reason);

    /** 由上一环节选定, ahead of approving */
    Receipt choose(Actor actor, OnScreen screen, String stepKey, List<Long> personIds);

    Receipt remind(Actor actor, UUID commandId, long routeId, int taskNo);

    Receipt suspend(Actor actor, OnScreen screen, String reason);

    Receipt resume(Actor actor, OnScreen screen);

    Receipt circulate(Actor actor, UUID commandId, long routeId, Set<Long> readerIds);

    Receipt confirmReading(Actor actor, UUID commandId, long routeId);

    Receipt reopen(Actor actor, OnScreen screen, String targetStep, boolean straightBack, String reason);

    /** @param approvedBy who approved it; required once the document has been issued */
    Receipt voidRoute(Actor actor, OnScreen screen, String reason, @Nullable Long approvedBy);

    Receipt extendDeadline(Actor actor, UUID commandId, long routeId, LocalDate newDueOn, String legalBasis);

    /** new title, page, urgency for the open tasks; no act of the route */
    void relabel(Matter matter, String title, int urgency);

    /** the system: deemed agreements and staff changes; true when something moved */
    boolean sweep(long routeId);
}
