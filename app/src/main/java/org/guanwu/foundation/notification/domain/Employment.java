package org.guanwu.foundation.notification.domain;

/** Whoever has left gets no mail, whatever address he once gave. */
@FunctionalInterface
interface Employment {

    boolean isEmployed(long personId);
}
