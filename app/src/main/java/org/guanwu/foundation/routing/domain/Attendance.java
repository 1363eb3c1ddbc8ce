package org.guanwu.foundation.routing.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.guanwu.foundation.organization.Staffing;
import org.guanwu.foundation.organization.Staffing.DelegationInForce;
import org.guanwu.foundation.routing.Assignee;
import org.jspecify.annotations.Nullable;

/**
 * Who is there and for whom, at one moment and for one kind of matter. Never stored in a route.
 *
 * @param administrators asked only when a seat is vacant and its fallback post is empty
 */
record Attendance(Staffing staffing, String matterType, Supplier<List<Long>> administrators) {

    /** the hand that acts and the name it acts in */
    record Holder(long person, long principal) {

        boolean isOwnName() {
            return person == principal;
        }
    }

    boolean isPresent(long person) {
        return !staffing.absent().contains(person) && !hasLeft(person);
    }

    private boolean hasLeft(long person) {
        return staffing.left().contains(person);
    }

    /** the people meant, in order of rank; whoever has left is no longer meant */
    Set<Long> people(List<Assignee> assignees) {
        var people = new LinkedHashSet<Long>();
        for (Assignee assignee : assignees) {
            switch (assignee) {
                case Assignee.Person p -> people.add(p.personId());
                case Assignee.Post p -> people.addAll(staffing.posts().getOrDefault(p.postId(), List.of()));
                case Assignee.ChosenBySender _, Assignee.Drafter _, Assignee.PostInDraftingUnit _ -> {
                    // nobody yet: not chosen, or not found when the route started
                }
            }
        }
        people.removeIf(this::hasLeft);
        return people;
    }

    /** Who may act in one name now. A delegation ends with the principal's employment; cycles are cut. */
    List<Holder> actingFor(long principal) {
        var acting = new ArrayList<Holder>();
        if (hasLeft(principal)) {
            return acting;
        }
        if (isPresent(principal)) {
            acting.add(new Holder(principal, principal));
        }
        var seen = new HashSet<Long>();
        seen.add(principal);
        followDelegations(principal, principal, seen, acting);
        return acting;
    }

    private void followDelegations(long principal, long from, Set<Long> seen, List<Holder> acting) {
        for (DelegationInForce delegation : staffing.delegations()) {
            if (delegation.principalId() != from || !applies(delegation)) {
                continue;
            }
            long deputy = delegation.deputyId();
            if (!seen.add(deputy)) {
                continue;
            }
            if (isPresent(deputy)) {
                acting.add(new Holder(deputy, principal));
            } else if (delegation.onward() && !hasLeft(deputy)) {
                followDelegations(principal, deputy, seen, acting);
            }
        }
    }

    private boolean applies(DelegationInForce delegation) {
        @Nullable String type = delegation.matterType();
        return (type == null || type.equals(matterType))
                && (!delegation.onlyWhileAbsent() || staffing.absent().contains(delegation.principalId()));
    }

    /** A barred principal also bars his deputies in his name; whoever may act for himself acts for himself. */
    List<Holder> holders(List<Assignee> assignees, Set<Long> barred) {
        var holders = new LinkedHashMap<Long, Holder>();
        for (long principal : people(assignees)) {
            if (barred.contains(principal)) {
                continue;
            }
            for (Holder holder : actingFor(principal)) {
                if (!barred.contains(holder.person())
                        && (holder.isOwnName() || !holders.containsKey(holder.person()))) {
                    holders.put(holder.person(), holder);
                }
            }
        }
        return List.copyOf(holders.values());
    }

    /** who names somebody for a vacant seat: the fallback post, else the routing administrators */
    List<Long> dispatchers(@Nullable Long fallbackPost) {
        List<Long> present = fallbackPost == null ? List.of() : handsOf(List.of(new Assignee.Post(fallbackPost)));
        return present.isEmpty()
                ? handsOf(administrators.get().stream()
                        .<Assignee>map(Assignee.Person::new)
                        .toList())
                : present;
    }

    private List<Long> handsOf(List<Assignee> assignees) {
        return holders(assignees, Set.of()).stream().map(Holder::person).toList();
    }
}
