package org.guanwu.foundation.routing.domain;

import java.util.UUID;
import org.guanwu.foundation.identity.People;
import org.guanwu.foundation.routing.Routing;
import org.guanwu.foundation.worklist.ReadingConfirmed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 已阅 in the inbox is the same act as on the matter's page: the route has it in its log, in the same transaction. */
@Component
class InboxReadings {

    private final RouteStore store;
    private final Routing routing;
    private final People people;

    InboxReadings(RouteStore store, Routing routing, People people) {
        this.store = store;
        this.routing = routing;
        this.people = people;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirm(ReadingConfirmed read) {
        store.findId(read.matter())
                .map(store::lock)
                .filter(record -> isWaiting(record, read.readerId()))
                .ifPresent(record -> people.findActor(read.readerId())
                        .ifPresent(reader -> routing.confirmReading(reader, UUID.randomUUID(), record.id())));
    }

    private static boolean isWaiting(RouteRecord record, long readerId) {
        return record.route().readings().stream()
                .anyMatch(reading -> reading.reader() == readerId && !reading.isConfirmed());
    }
}
