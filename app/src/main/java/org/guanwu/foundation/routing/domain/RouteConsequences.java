package org.guanwu.foundation.routing.domain;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.routing.OpinionKind;
import org.guanwu.foundation.routing.RouteAct;
import org.guanwu.foundation.routing.RouteClosed;
import org.guanwu.foundation.routing.RouteNumberAssigned;
import org.guanwu.foundation.routing.RoutePeopleJoined;
import org.guanwu.foundation.routing.RouteReopened;
import org.guanwu.foundation.routing.RouteReturned;
import org.guanwu.foundation.routing.RouteStepActivated;
import org.guanwu.foundation.routing.RouteStepCompleted;
import org.guanwu.foundation.routing.RouteVoided;
import org.guanwu.foundation.routing.StepSpec;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What the other modules learn of an accepted command, all in its transaction: lists, ledger, then the events. */
@Component
class RouteConsequences {

    private final RouteTaskLists lists;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    RouteConsequences(RouteTaskLists lists, Ledger ledger, ApplicationEventPublisher events) {
        this.lists = lists;
        this.ledger = ledger;
        this.events = events;
    }

    /** @param actor null for the system; {@code command} null for the start */
    void follow(@Nullable Actor actor, RouteRecord record, Decision decision, @Nullable Command command) {
        lists.follow(actor, record, decision);
        record(actor, record, decision, command);
        for (LogEntry entry : decision.entries()) {
            publish(record, decision.after(), entry, command);
        }
        tellWhoJoined(record, decision);
    }

    private void record(@Nullable Actor actor, RouteRecord record, Decision decision, @Nullable Command command) {
        RouteAct act = command == null ? RouteAct.START : command.act();
        var details = new LinkedHashMap<String, String>();
        details.put("route", String.valueOf(record.id()));
        details.put("version", String.valueOf(decision.after().version()));
        decision.entries().forEach(entry -> addDetails(details, record, entry));
        String code = "routing." + act.code();
        Act line = actor == null
                ? Act.bySystem(code, record.matter(), details)
                : Act.by(actor, code, record.matter(), details);
        @Nullable
        Long principal = decision.entries().isEmpty()
                ? null
                : decision.entries().getLast().principal();
        ledger.record(principal == null ? line : line.inTheNameOf(principal));
    }

    private static void addDetails(Map<String, String> details, RouteRecord record, LogEntry entry) {
        switch (entry.event()) {
            case RouteEvent.OpinionGiven e -> details.put("step", e.opinion().step());
            case RouteEvent.SeatMoved e -> {
                details.put("step", e.step());
                details.put("reason", e.reason());
            }
            case RouteEvent.SeatInserted e -> details.put("place", e.place().label());
            case RouteEvent.RouteSuspended e -> details.put("reason", e.reason());
            case RouteEvent.RouteReopened e -> details.put("reason", e.reason());
            case RouteEvent.RouteVoided e -> {
                details.put("reason", e.reason());
                if (e.approvedBy() != null) {
                    details.put("approvedBy", String.valueOf(e.approvedBy()));
                }
            }
            case RouteEvent.NumberAssigned e -> details.put("number", e.number().toString());
            case RouteEvent.DeadlineExtended e -> {
                details.put("dueOn", e.to().toString());
                details.put("basis", e.basis());
            }
            case RouteEvent.StepActivated e -> details.merge("began", e.step(), (a, b) -> a + "," + b);
            case RouteEvent.RouteStarted e ->
                details.put(
                        "template", e.template().code() + " v" + e.template().revision());
            default -> {
                // the log has the rest; the ledger keeps what a reader of the ledger looks for
            }
        }
    }

    private void publish(RouteRecord record, Route after, LogEntry entry, @Nullable Command command) {
        switch (entry.event()) {
            case RouteEvent.StepActivated e -> activated(record, after, entry, e.step());
            case RouteEvent.StepResumed e -> activated(record, after, entry, e.step());
            // withdrawn: what the completion of the step had meant for the matter no longer holds
            case RouteEvent.StepUncompleted e -> activated(record, after, entry, e.step());
            case RouteEvent.StepCompleted e -> {
                StepSpec spec = after.outline().spec(e.step());
                @Nullable RouteTask last = after.tasks().get(e.byTask());
                events.publishEvent(new RouteStepCompleted(
                        record.id(),
                        record.matter(),
                        e.step(),
                        spec.kind(),
                        after.step(e.step()).round(),
                        last == null ? null : last.person(),
                        last == null ? null : last.principal(),
                        entry.at()));
            }
            case RouteEvent.NumberAssigned e ->
                events.publishEvent(new RouteNumberAssigned(record.id(), record.matter(), e.number(), entry.at()));
            case RouteEvent.OpinionGiven e
            when e.opinion().kind() == OpinionKind.RETURN && command instanceof Command.Return back ->
                events.publishEvent(new RouteReturned(
                        record.id(),
                        record.matter(),
                        e.opinion().step(),
                        back.target(),
                        after.outline().spec(back.target()).kind(),
                        e.opinion().text(),
                        Objects.requireNonNull(e.opinion().person()),
                        entry.at()));
            case RouteEvent.RouteClosed _ ->
                events.publishEvent(new RouteClosed(record.id(), record.matter(), entry.at()));
            case RouteEvent.RouteReopened _
            when command instanceof Command.Reopen reopened ->
                events.publishEvent(new RouteReopened(record.id(), record.matter(), reopened.target(), entry.at()));
            case RouteEvent.RouteVoided e ->
                events.publishEvent(new RouteVoided(
                        record.id(),
                        record.matter(),
                        e.reason(),
                        Objects.requireNonNull(entry.actor()),
                        e.approvedBy(),
                        entry.at()));
            default -> {
                // nobody outside needs to know
            }
        }
    }

    private void activated(RouteRecord record, Route after, LogEntry entry, String step) {
        events.publishEvent(new RouteStepActivated(
                record.id(),
                record.matter(),
                step,
                after.outline().spec(step).kind(),
                after.step(step).round(),
                entry.at()));
    }

    private void tellWhoJoined(RouteRecord record, Decision decision) {
        Set<Long> joined = new LinkedHashSet<>();
        for (LogEntry entry : decision.entries()) {
            if (entry.event() instanceof RouteEvent.TaskCreated created) {
                joined.add(created.person());
                joined.add(created.principal());
            } else if (entry.event() instanceof RouteEvent.Circulated circulated) {
                joined.addAll(circulated.readers());
            }
        }
        if (!joined.isEmpty()) {
            events.publishEvent(new RoutePeopleJoined(
                    record.id(),
                    record.matter(),
                    joined,
                    decision.entries().getLast().at()));
        }
    }
}
