package org.guanwu.foundation.routing;

import org.guanwu.foundation.identity.Actor;

/**
 * What a business module tells routing about its matters: one bean for each matter type. The hooks run inside the
 * transaction of the act, before it is decided; a {@link org.guanwu.foundation.shared.Refusal} stops it.
 */
public interface RoutedMatter {

    /** {@code outgoing-document} */
    String type();

    /** Whoever may not see it gets 404 from every route of it. */
    boolean maySee(Actor actor, long matterId);

    /** hex digest of the text as it stands, kept with each opinion; empty when the matter has no text */
    default String contentDigest(long matterId) {
        return "";
    }

    default void beforeApprove(Actor actor, long matterId, String stepKey, StepKind kind) {}

    default void beforeReturn(Actor actor, long matterId, String stepKey, String targetStep) {}

    default void beforeReopen(Actor actor, long matterId) {}

    default void beforeVoid(Actor actor, long matterId, String reason) {}
}
