package org.guanwu.foundation.routing.domain;

import java.util.List;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.People;
import org.guanwu.foundation.identity.Permission;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** 流转管理、批准作废: who has these rights in the unit of a route. */
@Component
class RouteAuthority {

    private final People people;

    RouteAuthority(@Lazy People people) {
        this.people = people;
    }

    static boolean administers(Actor actor, RouteRecord record) {
        return actor.may(Permission.ROUTE_ADMINISTER, record.unitPath());
    }

    static Caller caller(Actor actor, RouteRecord record) {
        return new Caller(actor.personId(), administers(actor, record));
    }

    List<Long> administrators(String unitPath) {
        return people.listHolders(Permission.ROUTE_ADMINISTER, unitPath);
    }

    boolean mayApproveVoiding(long person, String unitPath) {
        return people.listHolders(Permission.DOCUMENT_VOID, unitPath).contains(person);
    }
}
