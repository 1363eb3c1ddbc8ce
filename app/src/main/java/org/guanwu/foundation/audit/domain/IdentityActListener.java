package org.guanwu.foundation.audit.domain;

import java.util.HashMap;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.identity.Affiliation;
import org.guanwu.foundation.identity.Affiliations;
import org.guanwu.foundation.identity.IdentityAct;
import org.guanwu.foundation.shared.Matter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Identity lies below the ledger and cannot call it; its acts arrive as events, in their own transaction. */
@Component
class IdentityActListener {

    private final Ledger ledger;
    private final ObjectProvider<Affiliations> affiliations;

    IdentityActListener(Ledger ledger, ObjectProvider<Affiliations> affiliations) {
        this.ledger = ledger;
        this.affiliations = affiliations;
    }

    @EventListener
    @Transactional
    void on(IdentityAct act) {
        Affiliation unit = unitOf(act.actorId());
        var details = new HashMap<>(act.details());
        details.put("account", act.accountName());
        ledger.record(new Act(
                act.actorId(),
                act.actorName(),
                act.actorId(),
                unit == null ? null : unit.unitId(),
                unit == null ? "" : unit.unitName(),
                act.act(),
                new Matter("account", 0), // an account is known by its name here: it may not even exist
                null,
                null,
                act.address(),
                details));
    }

    private @Nullable Affiliation unitOf(@Nullable Long personId) {
        Affiliations known = affiliations.getIfAvailable();
        return personId == null || known == null ? null : known.find(personId).orElse(null);
    }
}
