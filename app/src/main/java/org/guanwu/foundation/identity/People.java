package org.guanwu.foundation.identity;

import java.util.List;
import java.util.Optional;

/** Actors outside a request: jobs, imports, the demo and tests act as a named person with that person's rights. */
public interface People {

    /** the person's present rights, as if he had just signed in */
    Optional<Actor> findActor(long personId);

    Optional<Actor> findActorByAccount(String accountName);

    /** people who hold the permission for the unit with this path, now */
    List<Long> listHolders(Permission permission, String unitPath);
}
