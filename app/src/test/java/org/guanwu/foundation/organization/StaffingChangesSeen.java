package org.guanwu.foundation.organization;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was published, for tests to look at. */
@Component
public class StaffingChangesSeen {

    private final List<StaffingChanged> seen = new CopyOnWriteArrayList<>();

    @EventListener
    void on(StaffingChanged change) {
        seen.add(change);
    }

    public List<StaffingChanged> of(long personId) {
        return seen.stream().filter(c -> c.personIds().contains(personId)).toList();
    }
}
