package org.guanwu.foundation.web;

import org.guanwu.foundation.identity.Actor;

/** The number beside a navigation entry; a bean of the module that owns the list, counting the same rows. */
public interface NavCounter {

    String navKey();

    long count(Actor actor);
}
