package org.guanwu.foundation.routing.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.routing.ForecastStep;
import org.guanwu.foundation.routing.OnScreen;
import org.guanwu.foundation.routing.Receipt;
import org.guanwu.foundation.routing.ReturnRequest;
import org.guanwu.foundation.routing.RouteTemplate;
import org.guanwu.foundation.routing.RouteView;
import org.guanwu.foundation.routing.RoutedMatter;
import org.guanwu.foundation.routing.Routing;
import org.guanwu.foundation.routing.SignerPlace;
import org.guanwu.foundation.routing.StartRoute;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 办理. Each act: lock the route, then ask the organization, then decide, then write log and tables, then tell the
 * others. The numbering counter is locked while deciding, and nothing is locked after it.
 */
@Component
class RouteHandling implements Routing {

    private final RouteStore store;
    private final RouteStarting starting;
    private final Surroundings surroundings;
    private final RoutedMatters matters;
    private final RouteAuthority authority;
    private final RouteConsequences consequences;
    private final RouteTaskLists lists;
    private final RouteViews views;

    RouteHandling(
            RouteStore store,
            RouteStarting starting,
            Surroundings surroundings,
            RoutedMatters matters,
            RouteAuthority authority,
            RouteConsequences consequences,
            RouteTaskLists lists,
            RouteViews views) {
        this.store = store;
        this.starting = starting;
        this.surroundings = surroundings;
        this.matters = matters;
        this.authority = authority;
        this.consequences = consequences;
        this.lists = lists;
        this.views = views;
    }

    @Override
    @Transactional
    public Receipt start(Actor drafter, UUID commandId, StartRoute request) {
        return starting.start(drafter, commandId, request);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ForecastStep> forecast(
            long drafterId,
            long unitId,
            RouteTemplate template,
            Set<String> attributes,
            Map<String, List<Long>> choices) {
        return starting.forecast(drafterId, unitId, template, attributes, choices);
    }

    @Override
    @Transactional(readOnly = true)
    public RouteView view(Actor actor, Matter matter) {
        return find(actor, matter).orElseThrow(() -> new NotFound(matter.toString()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RouteView> find(Actor actor, Matter matter) {
        return store.find(matter)
                .filter(record -> matters.isVisible(actor, record))
                .map(record -> views.view(actor, record));
    }

    @Override
    @Transactional(readOnly = true)
    public Matter matterOf(long routeId) {
        return store.matterOf(routeId);
    }

    @Override
    @Transactional
    public void open(Actor actor, Matter matter) {
        Optional<Long> routeId = store.findId(matter);
        if (routeId.isEmpty() || !store.hasUnseenTask(routeId.get(), actor.personId())) {
            return;
        }
        RouteRecord record = store.lock(routeId.get());
        for (RouteTask task : record.route().openTasks()) {
            if (task.person() == actor.personId() && !task.isSeen()) {
                record = tryAccept(actor, record, new Command.Open(task.no()));
            }
        }
    }

    /** reading is never an error: what cannot be marked as opened is only looked at */
    private RouteRecord tryAccept(Actor actor, RouteRecord record, Command command) {
        Decision decision = Decider.decide(
                record.route(),
                RouteAuthority.caller(actor, record),
                command,
                surroundings.of(record, UUID.randomUUID()));
        return decision.isAccepted() ? write(actor, record, decision, command) : record;
    }

    @Override
    @Transactional
    public Receipt approve(Actor actor, OnScreen screen, String opinion, Map<String, List<Long>> choices) {
        return act(
                actor,
                screen.commandId(),
                screen.routeId(),
                new Command.Approve(
                        screen.taskNo(), screen.seatVersion(), screen.contentVersion(), opinion.strip(), choices));
    }

    @Override
    @Transactional
    public Receipt edit(Actor actor, OnScreen screen, boolean isSubstantive) {
        return act(
                actor,
                screen.commandId(),
                screen.routeId(),
                new Command.Edit(screen.taskNo(), screen.contentVersion(), isSubstantive));
    }

    @Override
    @Transactional
    public Receipt returnTo(Actor actor, OnScreen screen, ReturnRequest request) {
        return act(
                actor,
                screen.commandId(),
                screen.routeId(),
                new Command.Return(
                        screen.taskNo(),
                        screen.routeVersion(),
                        request.targetStep(),
                        request.seatNo(),
                        request.dropsOpinions(),
                        request.straightBack(),
                        request.reason().strip()));
    }

    @Override
    @Transactional
    public Receipt withdraw(Actor actor, UUID commandId, long routeId, int taskNo) {
        return act(actor, commandId, routeId, new Command.Withdraw(taskNo));
    }

    @Override
    @Transactional
    public Receipt transfer(Actor actor, OnScreen screen, long toPersonId) {
        return act(
                actor,
                screen.commandId(),
                screen.routeId(),
                new Command.Transfer(screen.taskNo(), screen.seatVersion(), toPersonId));
    }

    @Override
    @Transactional
    public Receipt addSigner(Actor actor, OnScreen screen, SignerPlace place, long personId) {
        return act(
                actor,
                screen.commandId(),
                screen.routeId(),
                new Command.AddSigner(screen.taskNo(), screen.seatVersion(), place, personId));
    }

    @Override
    @Transactional
    public Receipt removeSigner(Actor actor, OnScreen screen, String stepKey, int seatNo) {
        return act(
                actor,
                screen.commandId(),
                screen.routeId(),
                new Command.RemoveSigner(screen.routeVersion(), stepKey, seatNo));
    }

    @Override
    @Transactional
    public Receipt dispatch(Actor actor, OnScreen screen, int seatNo, long toPersonId) {
        return act(
                actor, screen.commandId(), screen.routeId(), new Command.Dispatch(screen.taskNo(), seatNo, toPersonId));
    }

    @Override
    @Transactional
    public Receipt reassign(Actor actor, OnScreen screen, String stepKey, int seatNo, long toPersonId, String reason) {
        return act(
                actor,
                screen.commandId(),
                screen.routeId(),
                new Command.Reassign(screen.routeVersion(), stepKey, seatNo, toPersonId, reason.strip()));
    }

    @Override
    @Transactional
    public Receipt choose(Actor actor, OnScreen screen, String stepKey, List<Long> personIds) {
        return act(
                actor,
                screen.commandId(),
                screen.routeId(),
                new Command.Choose(screen.taskNo(), screen.seatVersion(), stepKey, personIds));
    }

    @Override
    @Transactional
    public Receipt remind(Actor actor, UUID commandId, long routeId, int taskNo) {
        return act(actor, commandId, routeId, new Command.Remind(taskNo));
    }

    @Override
    @Transactional
    public Receipt suspend(Actor actor, OnScreen screen, String reason) {
        return act(
                actor,
                screen.commandId(),
                screen.routeId(),
                new Command.Suspend(screen.routeVersion(), reason.strip()));
    }

    @Override
    @Transactional
    public Receipt resume(Actor actor, OnScreen screen) {
        return act(actor, screen.commandId(), screen.routeId(), new Command.Resume(screen.routeVersion()));
    }

    @Override
    @Transactional
    public Receipt circulate(Actor actor, UUID commandId, long routeId, Set<Long> readerIds) {
        return act(actor, commandId, routeId, new Command.Circulate(Set.copyOf(readerIds)));
    }

    @Override
    @Transactional
    public Receipt confirmReading(Actor actor, UUID commandId, long routeId) {
        return act(actor, commandId, routeId, new Command.ConfirmReading());
    }

    @Override
    @Transactional
    public Receipt reopen(Actor actor, OnScreen screen, String targetStep, boolean straightBack, String reason) {
        return act(
                actor,
                screen.commandId(),
                screen.routeId(),
                new Command.Reopen(screen.routeVersion(), targetStep, straightBack, reason.strip()));
    }

    @Override
    @Transactional
    public Receipt voidRoute(Actor actor, OnScreen screen, String reason, @Nullable Long approvedBy) {
        return act(
                actor,
                screen.commandId(),
                screen.routeId(),
                new Command.Void(screen.routeVersion(), reason.strip(), approvedBy));
    }

    @Override
    @Transactional
    public Receipt extendDeadline(Actor actor, UUID commandId, long routeId, LocalDate newDueOn, String legalBasis) {
        return act(actor, commandId, routeId, new Command.ExtendDeadline(newDueOn, legalBasis.strip()));
    }

    @Override
    @Transactional
    public void relabel(Matter matter, String title, int urgency) {
        store.findId(matter).map(store::lock).ifPresent(record -> {
            store.relabel(record.id(), title, urgency);
            lists.relabel(record, title, urgency);
        });
    }

    @Override
    @Transactional
    public boolean sweep(long routeId) {
        RouteRecord record = store.lock(routeId);
        var command = new Command.Sweep();
        Decision decision =
                Decider.decide(record.route(), Caller.SYSTEM, command, surroundings.of(record, UUID.randomUUID()));
        if (!decision.isAccepted() || decision.entries().isEmpty()) {
            return false;
        }
        write(null, record, decision, command);
        return true;
    }

    private Receipt act(Actor actor, UUID commandId, long routeId, Command command) {
        RouteRecord record = store.lock(routeId);
        matters.requireVisible(actor, record);
        Optional<Receipt> first = store.findAnswer(routeId, commandId, actor.personId());
        if (first.isPresent()) {
            return first.get();
        }
        if (command instanceof Command.Void voided && voided.approvedBy() != null) {
            requireApprover(voided.approvedBy(), record);
        }
        Decision decision = decide(actor, record, command, surroundings.of(record, commandId));
        Route after = write(actor, record, decision, command).route();
        store.accept(routeId, commandId, actor.personId(), command.act(), after, after.at());
        return new Receipt(routeId, after.version(), after.contentVersion(), false);
    }

    /**
     * The business module is asked only about what routing itself allows, and before a number is taken: its rules may
     * lock rows of its own, and nothing is locked after the counter.
     */
    private Decision decide(Actor actor, RouteRecord record, Command command, Circumstances circumstances) {
        Caller caller = RouteAuthority.caller(actor, record);
        Decision trial = Decider.decide(record.route(), caller, command, circumstances.forTrial());
        if (trial.refusal() != null) {
            throw trial.refusal().toRefusal();
        }
        rule(actor, record, command).ifPresent(rule -> matters.ask(record.matter(), rule));
        boolean takesNumber = trial.entries().stream().anyMatch(e -> e.event() instanceof RouteEvent.NumberAssigned);
        return takesNumber ? Decider.decide(record.route(), caller, command, circumstances) : trial;
    }

    private RouteRecord write(@Nullable Actor actor, RouteRecord record, Decision decision, Command command) {
        byte @Nullable [] hash = record.logHash();
        if (!decision.entries().isEmpty()) {
            hash = store.append(record.id(), hash, record.route(), decision);
        }
        consequences.follow(actor, record, decision, command);
        return record.after(decision.after(), hash);
    }

    private void requireApprover(long person, RouteRecord record) {
        if (!authority.mayApproveVoiding(person, record.unitPath())) {
            throw RefusalReason.APPROVAL_MISSING.toRefusal();
        }
    }

    /** the hook of the business module for this act, if it has one */
    private static Optional<Consumer<RoutedMatter>> rule(Actor actor, RouteRecord record, Command command) {
        long matterId = record.matter().id();
        return switch (command) {
            case Command.Approve c -> {
                String step = step(record, c.task());
                yield Optional.of(m -> m.beforeApprove(
                        actor,
                        matterId,
                        step,
                        record.route().outline().spec(step).kind()));
            }
            case Command.Return c ->
                Optional.of(m -> m.beforeReturn(actor, matterId, step(record, c.task()), c.target()));
            case Command.Reopen _ -> Optional.of(m -> m.beforeReopen(actor, matterId));
            case Command.Void c -> Optional.of(m -> m.beforeVoid(actor, matterId, c.reason()));
            default -> Optional.empty();
        };
    }

    private static String step(RouteRecord record, int task) {
        return Objects.requireNonNull(record.route().tasks().get(task)).step();
    }
}
