package org.guanwu.openness.publication.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.guanwu.foundation.identity.People;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.worklist.Worklist;
import org.guanwu.foundation.worklist.Worklist.PendingTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 待办 of those who edit: a draft that could not go to the gate by itself, or that came back from it. */
@Component
class EditorTasks {

    private final Worklist worklist;
    private final People people;
    private final Clock clock;

    EditorTasks(Worklist worklist, People people, Clock clock) {
        this.worklist = worklist;
        this.people = people;
        this.clock = clock;
    }

    void open(Item item, String kindLabel, @Nullable LocalDate dueOn) {
        for (long person : editors(item)) {
            worklist.open(new PendingTask(
                    key(item, person),
                    item.matter(),
                    person,
                    person,
                    kindLabel,
                    item.title(),
                    "公开信息",
                    item.page(),
                    0,
                    dueOn,
                    item.drafterId(),
                    item.drafterName(),
                    clock.instant()));
        }
    }

    void end(Item item, String outcome, long byPerson) {
        editors(item)
                .forEach(person ->
                        worklist.end(key(item, person), person == byPerson ? outcome : "TAKEN", clock.instant()));
    }

    private Set<Long> editors(Item item) {
        return new LinkedHashSet<>(List.copyOf(people.listHolders(Permission.PUBLICATION_EDIT, item.unitPath())));
    }

    private static String key(Item item, long person) {
        return item.key() + ":edit:" + item.currentVersion() + ":" + person;
    }
}
