package org.guanwu.foundation.routing.domain;

import org.jspecify.annotations.Nullable;

/**
 * Who asks, with what the route must know of his rights in the route's unit.
 *
 * @param person null for the system
 * @param isAdministrator 流转管理 in the unit of the route
 */
record Caller(@Nullable Long person, boolean isAdministrator) {

    static final Caller SYSTEM = new Caller(null, false);

    static Caller holder(long person) {
        return new Caller(person, false);
    }

    static Caller administrator(long person) {
        return new Caller(person, true);
    }

    boolean is(@Nullable Long other) {
        return person != null && person.equals(other);
    }
}
