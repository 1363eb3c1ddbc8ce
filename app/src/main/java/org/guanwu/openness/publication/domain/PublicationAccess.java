package org.guanwu.openness.publication.domain;

import java.util.List;
import java.util.stream.Stream;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.shared.NotFound;

/** Who works with the items of a unit: its editors, its releasers and the reviewers of the gate. */
final class PublicationAccess {

    private static final List<Permission> MAY_SEE = List.of(
            Permission.PUBLICATION_EDIT,
            Permission.PUBLICATION_RELEASE,
            Permission.DISCLOSURE_REVIEW,
            Permission.SECRECY_REVIEW);

    private PublicationAccess() {}

    static boolean maySee(Actor actor, String unitPath) {
        return MAY_SEE.stream().anyMatch(permission -> actor.may(permission, unitPath));
    }

    static void requireToSee(Actor actor, Item item) {
        boolean isDrafter = item.drafterId() != null && item.drafterId() == actor.personId();
        if (!isDrafter && !maySee(actor, item.unitPath())) {
            throw new NotFound("publication " + item.id());
        }
    }

    /** unit path prefixes, without those that lie within another */
    static List<String> scope(Actor actor) {
        List<String> prefixes = MAY_SEE.stream()
                .flatMap(permission -> actor.scope(permission).stream())
                .distinct()
                .toList();
        return prefixes.stream()
                .filter(prefix ->
                        prefixes.stream().noneMatch(other -> !other.equals(prefix) && prefix.startsWith(other)))
                .toList();
    }

    static String condition(Actor actor, java.util.Map<String, Object> parameters) {
        List<String> prefixes = scope(actor);
        if (prefixes.isEmpty()) {
            return "false";
        }
        return Stream.iterate(0, i -> i < prefixes.size(), i -> i + 1)
                .map(i -> {
                    parameters.put("scope" + i, prefixes.get(i) + "%");
                    return "unit_path like :scope" + i;
                })
                .collect(java.util.stream.Collectors.joining(" or ", "(", ")"));
    }
}
