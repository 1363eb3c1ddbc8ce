package org.guanwu.foundation.routing.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.guanwu.foundation.routing.ForecastStep;
import org.guanwu.foundation.routing.LaneSpec;
import org.guanwu.foundation.routing.RouteAct;
import org.guanwu.foundation.routing.RouteStatus;
import org.guanwu.foundation.routing.RouteView.ChoiceView;
import org.guanwu.foundation.routing.RouteView.MyTask;
import org.guanwu.foundation.routing.RouteView.ReturnTarget;
import org.guanwu.foundation.routing.StepSpec;
import org.guanwu.foundation.routing.StepStatus;
import org.guanwu.foundation.shared.ChinaTime;
import org.jspecify.annotations.Nullable;

/** What one person may do now, answered by the decider itself on a copy of the state. */
final class PossibleActs {

    private static final int WITHDRAWALS_TRIED = 3;

    private final Route route;
    private final Caller caller;
    private final Circumstances circumstances;
    private final RouteForecast forecast;
    private final Names names;
    private final @Nullable RouteTask task;

    PossibleActs(Route route, Caller caller, Circumstances circumstances, RouteForecast forecast, Names names) {
        this.route = route;
        this.caller = caller;
        this.circumstances = circumstances;
        this.forecast = forecast;
        this.names = names;
        this.task = route.openTasks().stream()
                .filter(t -> caller.is(t.person()))
                .min(Comparator.comparing((RouteTask t) -> !t.isAct()).thenComparingInt(RouteTask::no))
                .orElse(null);
    }

    private Decision attempt(Command command) {
        return Decider.decide(route, caller, command, circumstances);
    }

    @Nullable
    MyTask findMine() {
        if (task == null) {
            return null;
        }
        StepSpec spec = route.outline().spec(task.step());
        @Nullable Seat seat = route.step(task.step()).findSeat(task.seat());
        int seatVersion = seat == null ? 0 : seat.version();
        @Nullable
        Decision approval = task.isAct()
                ? attempt(new Command.Approve(task.no(), seatVersion, route.contentVersion(), "同意", Map.of()))
                : null;
        boolean isPossible = approval != null && approval.isAccepted();
        return new MyTask(
                task.no(),
                spec.key(),
                spec.name(),
                spec.kind(),
                task.nature(),
                task.seat(),
                seatVersion,
                task.person() == task.principal() ? null : names.name(task.principal()),
                spec.mayEdit() && task.isAct() && route.status() == RouteStatus.OPEN,
                isPossible ? forecast.begun(approval, circumstances, names) : List.<ForecastStep>of(),
                isPossible && approval.after().status() == RouteStatus.CLOSED,
                targets(task),
                choices(task),
                vacantSeats(task),
                approval == null || approval.refusal() == null
                        ? null
                        : approval.refusal().sentence());
    }

    /** steps it can go back to, nearest first, then the earlier signers of the own sequence */
    private List<ReturnTarget> targets(RouteTask from) {
        var targets = new ArrayList<ReturnTarget>();
        Step own = route.step(from.step());
        for (Seat earlier : own.chainOf(from.seat())) {
            if (earlier.no() == from.seat()) {
                break;
            }
            if (earlier.isDone()) {
                targets.add(new ReturnTarget(
                        from.step(),
                        earlier.no(),
                        route.outline().spec(from.step()).name(),
                        signers(from.step(), earlier.no()),
                        true,
                        List.of()));
            }
        }
        var steps = new ArrayList<ReturnTarget>();
        for (StepSpec spec : route.outline().specs()) {
            if (!spec.isJoint()
                    && route.outline().order(spec.key(), from.step()) < 0
                    && route.step(spec.key()).status() == StepStatus.COMPLETED) {
                List<String> affected = affected(spec.key(), from.step());
                steps.add(new ReturnTarget(
                        spec.key(), 0, spec.name(), signers(spec.key(), 0), !affected.isEmpty(), affected));
            }
        }
        targets.addAll(steps.reversed());
        return targets;
    }

    private String signers(String step, int seat) {
        return route.counting(step).stream()
                .filter(o -> o.person() != null && (seat == 0 || o.seat() == seat))
                .map(o -> names.name(o.person()))
                .distinct()
                .collect(Collectors.joining("、"));
    }

    /** authorities of a joint issue whose work would stop: those beside the own lane when the return leaves it */
    private List<String> affected(String target, String from) {
        var affected = new ArrayList<String>();
        for (String step : route.outline().path(from)) {
            if (route.outline().spec(step).isJoint()
                    && !route.outline().path(target).contains(step)) {
                route.outline().spec(step).lanes().stream().map(LaneSpec::name).forEach(affected::add);
            }
        }
        return affected;
    }

    private List<ChoiceView> choices(RouteTask from) {
        return StreamSupport.stream(route.outline().specs().spliterator(), false)
                .filter(spec -> from.isAct() && Acting.isOpenToChoice(route, from, spec.key()))
                .map(spec -> new ChoiceView(spec.key(), spec.name(), spec.mode(), chosen(spec.key())))
                .toList();
    }

    private List<Long> chosen(String step) {
        Choice choice = route.choices().get(step);
        return choice == null ? List.of() : choice.people();
    }

    private List<Integer> vacantSeats(RouteTask dispatch) {
        if (dispatch.isAct()) {
            return List.of();
        }
        return route.step(dispatch.step()).currentSeats().stream()
                .filter(seat -> route.openTasks().stream()
                        .noneMatch(t -> t.step().equals(dispatch.step()) && t.seat() == seat.no()))
                .map(Seat::no)
                .toList();
    }

    @Nullable
    Integer findWithdrawable() {
        return lastActs().stream()
                .filter(t -> attempt(new Command.Withdraw(t.no())).isAccepted())
                .map(RouteTask::no)
                .findFirst()
                .orElse(null);
    }

    private List<RouteTask> lastActs() {
        return route.tasks().values().stream()
                .filter(t -> caller.is(t.person())
                        && (t.outcome() == TaskOutcome.DONE || t.outcome() == TaskOutcome.TRANSFERRED))
                .sorted(Comparator.comparing((RouteTask t) -> Objects.requireNonNull(t.endedAt()))
                        .thenComparingInt(RouteTask::no)
                        .reversed())
                .limit(WITHDRAWALS_TRIED)
                .toList();
    }

    Map<RouteAct, String> refusals() {
        var refusals = new EnumMap<RouteAct, String>(RouteAct.class);
        boolean mayAct = task != null && task.isAct() && route.status() == RouteStatus.OPEN;
        for (RouteAct act : List.of(RouteAct.APPROVE, RouteAct.TRANSFER, RouteAct.ADD_SIGNER)) {
            refuse(refusals, act, mayAct, RefusalReason.NOT_YOURS);
        }
        boolean mayReturn = task != null
                && route.status() == RouteStatus.OPEN
                && !targets(task).isEmpty();
        refuse(refusals, RouteAct.RETURN, mayReturn, RefusalReason.BAD_TARGET);
        refuse(
                refusals,
                RouteAct.EDIT,
                mayAct
                        && route.outline()
                                .spec(Objects.requireNonNull(task).step())
                                .mayEdit(),
                RefusalReason.NO_EDIT);
        refuse(
                refusals,
                RouteAct.CHOOSE,
                mayAct && !choices(Objects.requireNonNull(task)).isEmpty(),
                RefusalReason.BAD_CHOICE);
        boolean mayDispatch = task != null && !task.isAct() && route.status() == RouteStatus.OPEN;
        refuse(refusals, RouteAct.DISPATCH, mayDispatch, RefusalReason.NOT_VACANT);
        boolean mayReassign = caller.isAdministrator() && route.status() == RouteStatus.OPEN;
        refuse(refusals, RouteAct.REASSIGN, mayReassign, RefusalReason.NOT_PERMITTED);
        refuse(refusals, RouteAct.REMIND, !remindable().isEmpty(), RefusalReason.REMINDED_TODAY);
        boolean mayConfirm = route.readings().stream().anyMatch(r -> caller.is(r.reader()) && !r.isConfirmed());
        refuse(refusals, RouteAct.CONFIRM_READING, mayConfirm, RefusalReason.NO_SUCH);
        refuseAsTried(refusals, new Command.Suspend(route.version(), "试"));
        refuseAsTried(refusals, new Command.Resume(route.version()));
        refuseAsTried(refusals, new Command.Void(route.version(), "试", -1L));
        String first = route.outline().specs().iterator().next().key();
        refuseAsTried(refusals, new Command.Reopen(route.version(), first, false, "试"));
        if (findWithdrawable() == null) {
            @Nullable
            RefusalReason why = lastActs().stream()
                    .findFirst()
                    .map(t -> attempt(new Command.Withdraw(t.no())).refusal())
                    .orElse(null);
            refuse(refusals, RouteAct.WITHDRAW, false, why == null ? RefusalReason.NOTHING_TO_WITHDRAW : why);
        }
        return refusals;
    }

    /** open tasks of others that this person may remind about, not yet reminded today */
    private List<RouteTask> remindable() {
        return route.openTasks().stream()
                .filter(t -> !caller.is(t.person()))
                .filter(t -> !ChinaTime.dateOf(circumstances.now()).equals(t.remindedOn()))
                .filter(t -> attempt(new Command.Remind(t.no())).isAccepted())
                .toList();
    }

    private static void refuse(
            Map<RouteAct, String> refusals, RouteAct act, boolean isPossible, RefusalReason otherwise) {
        if (!isPossible) {
            refusals.put(act, otherwise.sentence());
        }
    }

    private void refuseAsTried(Map<RouteAct, String> refusals, Command command) {
        @Nullable RefusalReason reason = attempt(command).refusal();
        if (reason != null) {
            refusals.put(command.act(), reason.sentence());
        }
    }
}
