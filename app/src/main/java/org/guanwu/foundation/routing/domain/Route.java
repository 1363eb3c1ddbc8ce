package org.guanwu.foundation.routing.domain;

import static org.guanwu.foundation.routing.StepStatus.ACTIVE;
import static org.guanwu.foundation.routing.StepStatus.COMPLETED;
import static org.guanwu.foundation.routing.StepStatus.WAITING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guanwu.foundation.numbering.DocumentNumber;
import org.guanwu.foundation.routing.LaneSpec;
import org.guanwu.foundation.routing.RouteStatus;
import org.guanwu.foundation.routing.StepSpec;
import org.jspecify.annotations.Nullable;

/** 流转路线: immutable state, the fold of its log. Current step, current seat and satisfaction are questions, not fields. */
record Route(
        Outline outline,
        long drafter,
        List<String> leftOut,
        RouteStatus status,
        boolean isUnattended,
        Map<String, Step> steps,
        Map<Integer, RouteTask> tasks,
        List<Opinion> opinions,
        List<Reading> readings,
        Map<String, Choice> choices,
        @Nullable DocumentNumber number,
        int contentVersion,
        int substantiveVersion,
        @Nullable LocalDate dueOn,
        @Nullable Instant suspendedAt,
        @Nullable Long endedBy,
        @Nullable Instant endedAt,
        Instant startedAt,
        int version,
        int seq,
        Instant at,
        int nextSeat,
        int nextTask) {

    static Route apply(@Nullable Route route, LogEntry entry) {
        return RouteFold.apply(route, entry);
    }

    static Route fold(List<LogEntry> log) {
        @Nullable Route route = null;
        for (LogEntry entry : log) {
            route = apply(route, entry);
        }
        return Objects.requireNonNull(route, "empty log");
    }

    int nextOpinion() {
        return opinions.size() + 1;
    }

    Step step(String key) {
        return Objects.requireNonNull(steps.get(key), key);
    }

    boolean isRunningState() {
        return status == RouteStatus.OPEN;
    }

    List<RouteTask> openTasks() {
        var open = new ArrayList<RouteTask>();
        for (RouteTask task : tasks.values()) {
            if (task.isOpen()) {
                open.add(task);
            }
        }
        return open;
    }

    /** An opinion counts while its step stands in the round in which it was given and nothing replaced it. */
    boolean counts(Opinion opinion) {
        if (opinion.isReturn() || opinion.superseded() != null) {
            return false;
        }
        Step step = step(opinion.step());
        return step.status() != WAITING && step.round() == opinion.round();
    }

    List<Opinion> counting(String step) {
        var counting = new ArrayList<Opinion>();
        for (Opinion opinion : opinions) {
            if (opinion.step().equals(step) && counts(opinion)) {
                counting.add(opinion);
            }
        }
        return counting;
    }

    /** given on a text that has since changed in substance: must be given again, and separates nobody any more */
    boolean isOutdated(Opinion opinion) {
        return outline.spec(opinion.step()).bindsText() && opinion.contentVersion() < substantiveVersion;
    }

    /** the step's signatures were given on an earlier text */
    boolean isTextStale(String step) {
        if (!outline.spec(step).bindsText()) {
            return false;
        }
        for (Opinion opinion : opinions) {
            if (opinion.step().equals(step) && counts(opinion) && opinion.contentVersion() < substantiveVersion) {
                return true;
            }
        }
        return false;
    }

    boolean isSatisfied(String key) {
        if (step(key).status() != COMPLETED) {
            return false;
        }
        StepSpec spec = outline.spec(key);
        if (!spec.isJoint()) {
            return !isTextStale(key);
        }
        for (LaneSpec lane : spec.lanes()) {
            if (!isDone(lane)) {
                return false;
            }
        }
        return true;
    }

    boolean isDone(LaneSpec lane) {
        for (StepSpec step : lane.steps()) {
            if (!isSatisfied(step.key())) {
                return false;
            }
        }
        return true;
    }

    /** ACTIVE, and every joint step around it as well */
    boolean isRunning(String key) {
        for (String step : outline.path(key)) {
            if (step(step).status() != ACTIVE) {
                return false;
            }
        }
        return true;
    }

    /** an earlier signed step whose text is outdated, seen from here; null when there is none */
    @Nullable
    String outdatedBefore(String key) {
        for (String earlier : outline.keys()) {
            if (outline.order(earlier, key) < 0 && step(earlier).status() == COMPLETED && isTextStale(earlier)) {
                return earlier;
            }
        }
        return null;
    }
}
