package org.guanwu.foundation.routing.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guanwu.foundation.organization.Staffing;
import org.guanwu.foundation.organization.Staffing.DelegationInForce;
import org.jspecify.annotations.Nullable;

/** Whom a change of presence, posts or delegations concerns. */
final class StaffingDifference {

    private StaffingDifference() {}

    /** @param before null after a start of the product: everybody who is away or has a deputy may have been missed */
    static Set<Long> people(@Nullable Staffing before, Staffing now) {
        var people = new HashSet<Long>();
        addDifferent(before == null ? Set.of() : before.absent(), now.absent(), people);
        addDifferent(before == null ? Set.of() : before.left(), now.left(), people);
        addDelegations(before == null ? List.of() : before.delegations(), now.delegations(), people);
        addDelegations(now.delegations(), before == null ? List.of() : before.delegations(), people);
        if (before != null) {
            addPosts(before, now, people);
            addPosts(now, before, people);
        }
        return people;
    }

    private static void addDifferent(Set<Long> before, Set<Long> now, Set<Long> people) {
        before.stream().filter(p -> !now.contains(p)).forEach(people::add);
        now.stream().filter(p -> !before.contains(p)).forEach(people::add);
    }

    private static void addDelegations(List<DelegationInForce> some, List<DelegationInForce> others, Set<Long> people) {
        var known = new HashSet<>(others);
        for (DelegationInForce delegation : some) {
            if (!known.contains(delegation)) {
                people.add(delegation.principalId());
                people.add(delegation.deputyId());
            }
        }
    }

    /** a new holder has no task yet: the routes of his colleagues in the post are those that he may act on */
    private static void addPosts(Staffing some, Staffing others, Set<Long> people) {
        some.posts().forEach((post, holders) -> {
            List<Long> there = others.posts().getOrDefault(post, List.of());
            if (!there.equals(holders)) {
                people.addAll(holders);
                people.addAll(there);
            }
        });
    }
}
