package org.guanwu.office.secrecyreview.domain;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.guanwu.foundation.identity.People;
import org.guanwu.foundation.worklist.Worklist;
import org.guanwu.foundation.worklist.Worklist.PendingTask;
import org.guanwu.office.secrecyreview.domain.ReviewRepository.Opinion;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 待办 for everybody who may take the present step. The sweep finds those who got the permission later, so that a review
 * never waits for nobody.
 */
@Component
class ReviewTasks {

    private static final int STEP = 500;

    private final ReviewRepository reviews;
    private final People people;
    private final Worklist worklist;
    private final Clock clock;

    ReviewTasks(ReviewRepository reviews, People people, Worklist worklist, Clock clock) {
        this.reviews = reviews;
        this.people = people;
        this.worklist = worklist;
        this.clock = clock;
    }

    List<Long> candidates(Review review) {
        Set<Long> earlier = reviews.listOpinions(review.id()).stream()
                .map(Opinion::personId)
                .collect(Collectors.toSet());
        return GateRules.permissionFor(review.status())
                .map(permission -> people.listHolders(permission, review.unitPath()))
                .orElse(List.of())
                .stream()
                .filter(person -> person != review.drafterId() && !earlier.contains(person))
                .toList();
    }

    void open(Review review) {
        for (long person : candidates(review)) {
            worklist.open(new PendingTask(
                    key(review, person),
                    review.matter(),
                    person,
                    person,
                    "公开" + review.status().label(),
                    review.title(),
                    "公开前审查",
                    review.page(),
                    0,
                    null,
                    review.drafterId(),
                    review.drafterName(),
                    clock.instant()));
        }
    }

    /** the step is done: by whoever did it, and for everybody else it is over too */
    void end(Review review, String outcome, long byPerson) {
        GateRules.permissionFor(review.status())
                .map(permission -> people.listHolders(permission, review.unitPath()))
                .orElse(List.of())
                .forEach(person ->
                        worklist.end(key(review, person), person == byPerson ? outcome : "TAKEN", clock.instant()));
    }

    @Scheduled(fixedDelayString = "${guanwu.release-review.sweep-every:PT5M}")
    @Transactional
    public void sweep() {
        long after = 0;
        for (var open = reviews.listOpen(after, STEP); !open.isEmpty(); open = reviews.listOpen(after, STEP)) {
            open.forEach(this::open);
            after = open.getLast().id();
        }
    }

    private static String key(Review review, long person) {
        return "release-review:" + review.id() + ":" + review.status() + ":" + person;
    }
}
