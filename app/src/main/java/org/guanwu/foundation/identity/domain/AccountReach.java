package org.guanwu.foundation.identity.domain;

import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Affiliation;
import org.guanwu.foundation.identity.Affiliations;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How far an administrator reaches: his right may hold for one regional customs only, and then so does the rest of the
 * accounts not exist for him. An account without a person, or of one who has left, belongs to the whole system.
 */
@Component
class AccountReach {

    private static final String WHOLE_SYSTEM = "/";

    private final Affiliations affiliations;

    AccountReach(Affiliations affiliations) {
        this.affiliations = affiliations;
    }

    boolean covers(Actor actor, Permission permission, @Nullable Long personId) {
        if (actor.may(permission, WHOLE_SYSTEM)) {
            return true;
        }
        return actor.may(permission)
                && personId != null
                && affiliations
                        .find(personId)
                        .map(Affiliation::unitPath)
                        .filter(path -> actor.may(permission, path))
                        .isPresent();
    }

    /**
     * @param whose who does this, for the refusal of somebody who may do it nowhere
     * @throws NotFound when the account lies outside his subtree
     */
    void require(Actor actor, Permission permission, Account account, String whose) {
        if (!actor.may(permission)) {
            throw new Refusal("identity.not-permitted", whose);
        }
        if (!covers(actor, permission, account.personId())) {
            throw new NotFound("account " + account.id());
        }
    }

    /** @param unitPath null: the whole system */
    void requireUnit(Actor actor, Permission permission, @Nullable String unitPath) {
        if (!actor.may(permission, unitPath == null ? WHOLE_SYSTEM : unitPath)) {
            throw new Refusal("identity.beyond-reach", "您的授权范围不包括这个单位，请由上级单位的安全管理员办理。");
        }
    }
}
