package org.guanwu.foundation.identity.web;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whom a token stands for and what it may do: the first call of every program. */
@RestController
class MeController {

    record Me(long personId, String name, long unitId, String unitName, List<Scope> rights) {}

    record Scope(String role, Set<String> permissions, String unitPath) {}

    @SignedIn
    @GetMapping("/api/v1/office/me")
    Me me(Actor actor) {
        return new Me(
                actor.personId(),
                actor.name(),
                actor.unitId(),
                actor.unitName(),
                actor.rights().stream()
                        .map(r -> new Scope(
                                r.roleCode(),
                                r.permissions().stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new)),
                                r.unitPath()))
                        .toList());
    }
}
