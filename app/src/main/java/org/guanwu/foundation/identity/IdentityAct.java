package org.guanwu.foundation.identity;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to an account, a right or a session, published inside the transaction of the act: the audit
 * module, which stands above identity, turns it into a ledger entry.
 *
 * @param actorId person who acted; null for the system and for somebody who is not (yet) signed in
 * @param act stable code: {@code identity.signed-in}, {@code identity.sign-in-failed}, {@code identity.role-granted}…
 * @param accountName the account it happened to, as typed when it does not exist
 * @param details small facts, never a password, a code or a token
 * @param address network address of the caller, empty for the system
 */
public record IdentityAct(
        @Nullable Long actorId,
        String actorName,
        String act,
        String accountName,
        Map<String, String> details,
        String address) {

    public IdentityAct {
        details = Map.copyOf(details);
    }

    public static IdentityAct by(Actor actor, String act, String accountName, Map<String, String> details) {
        return new IdentityAct(actor.personId(), actor.name(), act, accountName, details, actor.address());
    }

    public static IdentityAct bySystem(String act, String accountName, Map<String, String> details) {
        return new IdentityAct(null, "系统", act, accountName, details, "");
    }
}
