package org.guanwu.foundation.web;

import java.util.Set;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;

/**
 * An entry of the workspace navigation. A module declares one as a bean; whoever has none of the permissions does not
 * see it.
 *
 * @param anyOf empty: every signed-in person
 */
public record NavEntry(Area area, int order, String key, String label, String url, Set<Permission> anyOf) {

    /** MAIN stands in the top line; ADMINISTRATION on the page behind 管理 */
    public enum Area {
        MAIN,
        ADMINISTRATION
    }

    public NavEntry {
        anyOf = Set.copyOf(anyOf);
    }

    boolean isFor(Actor actor) {
        return anyOf.isEmpty() || anyOf.stream().anyMatch(actor::may);
    }
}
