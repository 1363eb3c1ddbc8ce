package org.guanwu.foundation.identity.domain;

import java.util.Map;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.IdentityAct;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Publishes acts for the ledger, in the transaction of the act. */
@Component
public class IdentityActs {

    private final ApplicationEventPublisher events;

    IdentityActs(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(IdentityAct act) {
        events.publishEvent(act);
    }

    /** for what happens outside a transaction, such as a failed sign-in */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void publishAlone(IdentityAct act) {
        events.publishEvent(act);
    }

    /** Somebody signed in asked for what he has no permission for: the refusal itself is an act for the ledger. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(Actor actor, String accountName, String what) {
        events.publishEvent(IdentityAct.by(actor, "identity.refused", accountName, Map.of("what", what)));
    }
}
