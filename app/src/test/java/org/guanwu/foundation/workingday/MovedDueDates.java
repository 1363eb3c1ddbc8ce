package org.guanwu.foundation.workingday;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.guanwu.foundation.shared.Matter;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Listens as the modules do that show due dates. */
@Component
class MovedDueDates {

    private final List<ClockDueMoved> heard = new CopyOnWriteArrayList<>();

    @EventListener
    void on(ClockDueMoved moved) {
        heard.add(moved);
    }

    List<ClockDueMoved> of(Matter matter) {
        return heard.stream().filter(m -> m.matter().equals(matter)).toList();
    }
}
