package org.guanwu.foundation.routing.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.routing.ForecastStep;
import org.guanwu.foundation.routing.Receipt;
import org.guanwu.foundation.routing.RouteAct;
import org.guanwu.foundation.routing.RouteTemplate;
import org.guanwu.foundation.routing.StartRoute;
import org.guanwu.foundation.routing.StepSpec;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.Matter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** 启动: the template is resolved for this drafter and becomes the route's own; a trial does the same without a trace. */
@Component
class RouteStarting {

    private static final UUID TRIAL = new UUID(0, 0);

    private final RouteStore store;
    private final TemplateResolution resolution;
    private final Surroundings surroundings;
    private final RouteConsequences consequences;
    private final RouteForecast forecast;
    private final RoutedMatters matters;
    private final Organization organization;

    RouteStarting(
            RouteStore store,
            TemplateResolution resolution,
            Surroundings surroundings,
            RouteConsequences consequences,
            RouteForecast forecast,
            RoutedMatters matters,
            @Lazy Organization organization) {
        this.store = store;
        this.resolution = resolution;
        this.surroundings = surroundings;
        this.consequences = consequences;
        this.forecast = forecast;
        this.matters = matters;
        this.organization = organization;
    }

    Receipt start(Actor drafter, UUID commandId, StartRoute request) {
        Optional<Receipt> first = store.findStart(commandId, drafter.personId());
        if (first.isPresent()) {
            return first.get();
        }
        Matter matter = request.matter();
        String unitPath = organization.getUnit(request.unitId()).path();
        Instant now = surroundings.now();
        var started = started(request, drafter.personId());
        long routeId = store.create(request, unitPath, drafter.personId(), now);
        Circumstances circumstances = surroundings.of(matter, unitPath, request.authorityCode(), commandId, now);
        Decision decision = submitted(drafter, request, Decider.start(started, circumstances), circumstances);
        byte[] hash = store.append(routeId, null, null, decision);
        Route after = decision.after();
        var record = new RouteRecord(
                routeId,
                matter,
                request.unitId(),
                unitPath,
                request.title(),
                request.matterLabel(),
                request.url(),
                request.urgency(),
                request.authorityCode(),
                hash,
                after);
        consequences.follow(drafter, record, decision, null);
        store.accept(routeId, commandId, drafter.personId(), RouteAct.START, after, now);
        return new Receipt(routeId, after.version(), after.contentVersion(), false);
    }

    private RouteEvent.RouteStarted started(StartRoute request, long drafter) {
        var resolved = resolution.resolve(request.template(), drafter, request.attributes());
        if (resolved.template().steps().isEmpty()) {
            throw new InvalidInput("template", "此流程没有需要办理的环节。");
        }
        for (StepSpec step : new Outline(resolved.template()).specs()) {
            if (step.assignsNumber() && request.authorityCode() == null) {
                throw new InvalidInput("authorityCode", "此流程在“" + step.name() + "”取号，请先确定机关代字。");
            }
        }
        return new RouteEvent.RouteStarted(
                resolved.template(), drafter, request.dueOn(), resolved.leftOut(), request.choices());
    }

    /** the drafter's own task is done at once when he has pressed 送审 */
    private Decision submitted(Actor drafter, StartRoute request, Decision start, Circumstances circumstances) {
        if (request.submitOpinion() == null) {
            return start;
        }
        Optional<RouteTask> own = start.after().openTasks().stream()
                .filter(task -> task.person() == drafter.personId() && task.isAct())
                .findFirst();
        if (own.isEmpty()) {
            return start;
        }
        Decision sent = approve(start.after(), own.get(), request.submitOpinion(), circumstances);
        if (sent.refusal() != null) {
            throw sent.refusal().toRefusal();
        }
        matters.ask(
                request.matter(),
                m -> m.beforeApprove(
                        drafter,
                        request.matter().id(),
                        own.get().step(),
                        start.after().outline().spec(own.get().step()).kind()));
        var entries = new ArrayList<>(start.entries());
        entries.addAll(sent.entries());
        return new Decision(entries, sent.route(), null);
    }

    private static Decision approve(Route route, RouteTask task, String opinion, Circumstances circumstances) {
        Seat seat = Objects.requireNonNull(route.step(task.step()).findSeat(task.seat()));
        return Decider.decide(
                route,
                Caller.holder(task.person()),
                new Command.Approve(task.no(), seat.version(), route.contentVersion(), opinion, Map.of()),
                circumstances);
    }

    List<ForecastStep> forecast(
            long drafterId,
            long unitId,
            RouteTemplate template,
            Set<String> attributes,
            Map<String, List<Long>> choices) {
        var resolved = resolution.resolve(template, drafterId, attributes);
        Circumstances circumstances = surroundings
                .of(
                        new Matter(template.matterType(), 0),
                        organization.getUnit(unitId).path(),
                        null,
                        TRIAL,
                        surroundings.now())
                .forTrial();
        Route route = Decider.start(
                        new RouteEvent.RouteStarted(resolved.template(), drafterId, null, resolved.leftOut(), choices),
                        circumstances)
                .after();
        @Nullable
        RouteTask own = route.openTasks().stream()
                .filter(task -> task.person() == drafterId && task.isAct())
                .findFirst()
                .orElse(null);
        Route sent =
                own == null ? route : approve(route, own, "", circumstances).after();
        return forecast.all(route, sent, circumstances, template);
    }
}
