package org.guanwu.foundation.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Read side of units, posts and people. Everything is answered as of a date; nothing is ever deleted. */
public interface Organization {

    Optional<Unit> findUnit(long unitId);

    Unit getUnit(long unitId);

    Optional<Unit> findUnitByCode(String code);

    /** the unit itself and everything below it, ordered by path, effective on {@code on} */
    List<Unit> listSubtree(long unitId, LocalDate on);

    /** every unit effective on {@code on}, ordered by path */
    List<Unit> listUnits(LocalDate on);

    Optional<StaffMember> findPerson(long personId);

    StaffMember getPerson(long personId);

    /** people whose name or unit name contains {@code text}, at most {@code limit}, employed on {@code on} */
    List<StaffMember> searchPeople(String text, long withinUnitId, LocalDate on, int limit);

    Optional<Post> findPost(long postId);

    Optional<Post> findPostByCode(String code);

    List<Post> listPosts(long unitId);

    /** who holds the post on that day, in order of rank */
    List<StaffMember> listHolders(long postId, LocalDate on);

    /** posts of a person on that day, the principal one first */
    List<Post> listPostsOf(long personId, LocalDate on);

    /** presence, posts and delegations in force now, for everybody: what routing decides with */
    Staffing staffing();
}
