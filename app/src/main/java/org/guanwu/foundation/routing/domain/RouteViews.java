package org.guanwu.foundation.routing.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.routing.Assignee;
import org.guanwu.foundation.routing.LaneSpec;
import org.guanwu.foundation.routing.RouteStatus;
import org.guanwu.foundation.routing.RouteView;
import org.guanwu.foundation.routing.RouteView.HolderView;
import org.guanwu.foundation.routing.RouteView.LaneView;
import org.guanwu.foundation.routing.RouteView.OpinionView;
import org.guanwu.foundation.routing.RouteView.ReadingView;
import org.guanwu.foundation.routing.RouteView.SeatView;
import org.guanwu.foundation.routing.RouteView.StepView;
import org.guanwu.foundation.routing.StepSpec;
import org.guanwu.foundation.routing.StepStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** 路线与意见 for one person: state, names, and what he may do, found by trying. */
@Component
class RouteViews {

    private static final UUID TRIAL = new UUID(0, 0);

    private final Surroundings surroundings;
    private final RouteForecast forecast;
    private final Organization organization;

    RouteViews(Surroundings surroundings, RouteForecast forecast, @Lazy Organization organization) {
        this.surroundings = surroundings;
        this.forecast = forecast;
        this.organization = organization;
    }

    RouteView view(Actor actor, RouteRecord record) {
        Circumstances circumstances = surroundings.of(record, TRIAL).forTrial();
        return new Page(actor, record, circumstances, new Names(organization)).view();
    }

    /** one page being put together */
    private final class Page {

        private final Actor actor;
        private final RouteRecord record;
        private final Route route;
        private final Circumstances circumstances;
        private final Names names;
        private final Caller caller;

        Page(Actor actor, RouteRecord record, Circumstances circumstances, Names names) {
            this.actor = actor;
            this.record = record;
            this.route = record.route();
            this.circumstances = circumstances;
            this.names = names;
            this.caller = RouteAuthority.caller(actor, record);
        }

        RouteView view() {
            var possible = new PossibleActs(route, caller, circumstances, forecast, names);
            return new RouteView(
                    record.id(),
                    record.matter(),
                    record.title(),
                    record.url(),
                    route.outline().template().name(),
                    route.outline().template().revision(),
                    route.status(),
                    route.isUnattended(),
                    route.version(),
                    route.contentVersion(),
                    route.number() == null ? null : route.number().toString(),
                    route.drafter(),
                    route.startedAt(),
                    route.endedAt(),
                    route.dueOn(),
                    steps(route.outline().main()),
                    route.leftOut(),
                    readings(),
                    possible.findMine(),
                    possible.findWithdrawable(),
                    possible.refusals(),
                    caller.isAdministrator());
        }

        private List<StepView> steps(LaneSpec lane) {
            return lane.steps().stream().map(this::step).toList();
        }

        private StepView step(StepSpec spec) {
            Step step = route.step(spec.key());
            boolean isRunning = route.status() != RouteStatus.VOIDED && route.isRunning(spec.key());
            return new StepView(
                    spec.key(),
                    spec.name(),
                    spec.kind(),
                    spec.mode(),
                    step.status(),
                    isRunning,
                    route.isTextStale(spec.key()),
                    step.round(),
                    step.dueAt(),
                    step.seats().stream()
                            .map(seat -> seat(step, seat, isRunning))
                            .toList(),
                    earlierOpinions(step),
                    isAhead(spec, step) ? forecast.expected(route, spec.key(), circumstances, names) : List.of(),
                    spec.lanes().stream()
                            .map(lane -> new LaneView(lane.key(), lane.name(), steps(lane)))
                            .toList());
        }

        private boolean isAhead(StepSpec spec, Step step) {
            return !spec.isJoint()
                    && step.status() == StepStatus.WAITING
                    && (route.status() == RouteStatus.OPEN || route.status() == RouteStatus.SUSPENDED);
        }

        private SeatView seat(Step step, Seat seat, boolean isRunning) {
            boolean isCurrent = isRunning && step.currentSeats().contains(seat);
            List<HolderView> holders = route.openTasks().stream()
                    .filter(task -> task.step().equals(step.key()) && task.isAct() && task.seat() == seat.no())
                    .map(this::holder)
                    .toList();
            @Nullable
            OpinionView opinion = route.counting(step.key()).stream()
                    .filter(o -> o.seat() == seat.no())
                    .findFirst()
                    .map(this::opinion)
                    .orElse(null);
            boolean isVacant = isCurrent && holders.isEmpty() && route.status() == RouteStatus.OPEN;
            return new SeatView(
                    seat.no(),
                    seat.isDone(),
                    isCurrent,
                    isVacant,
                    seat.addedBy() == null ? null : names.name(seat.addedBy()),
                    !seat.isDone()
                            && isRunning
                            && step.seats().size() > 1
                            && (caller.isAdministrator() || caller.is(seat.addedBy())),
                    holders,
                    candidates(seat),
                    opinion);
        }

        private List<String> candidates(Seat seat) {
            if (seat.pinned() != null) {
                return List.of(names.name(seat.pinned()));
            }
            List<Assignee> meant = seat.assignees();
            return circumstances.attendance().people(meant).stream()
                    .map(names::name)
                    .toList();
        }

        private HolderView holder(RouteTask task) {
            return new HolderView(
                    task.no(),
                    task.person(),
                    names.name(task.person()),
                    names.unit(task.person()),
                    names.jobTitle(task.person()),
                    principalName(task.person(), task.principal()),
                    task.person() == actor.personId(),
                    task.nature(),
                    task.createdAt(),
                    task.seenAt());
        }

        private @Nullable String principalName(@Nullable Long person, @Nullable Long principal) {
            return principal == null || Objects.equals(person, principal) ? null : names.name(principal);
        }

        /** what was said in this step and is no longer, or was never, the opinion of a seat */
        private List<OpinionView> earlierOpinions(Step step) {
            var earlier = new ArrayList<OpinionView>();
            for (Opinion opinion : route.opinions()) {
                boolean isShownAtSeat = route.counts(opinion) && step.findSeat(opinion.seat()) != null;
                if (opinion.step().equals(step.key()) && !isShownAtSeat) {
                    earlier.add(opinion(opinion));
                }
            }
            return earlier;
        }

        private OpinionView opinion(Opinion opinion) {
            return new OpinionView(
                    opinion.no(),
                    names.name(opinion.person()),
                    names.unit(opinion.person()),
                    principalName(opinion.person(), opinion.principal()),
                    opinion.kind(),
                    opinion.text(),
                    opinion.givenAt(),
                    opinion.contentVersion(),
                    struck(opinion));
        }

        private @Nullable String struck(Opinion opinion) {
            if (opinion.superseded() != null) {
                return opinion.superseded().label();
            }
            return route.counts(opinion) && route.isOutdated(opinion) ? "正文已有实质性修改" : null;
        }

        private List<ReadingView> readings() {
            return route.readings().stream()
                    .map(reading -> new ReadingView(
                            reading.no(),
                            reading.reader(),
                            names.name(reading.reader()),
                            reading.reader() == actor.personId(),
                            reading.sentAt(),
                            reading.confirmedAt()))
                    .toList();
        }
    }
}
