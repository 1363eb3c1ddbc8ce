package org.guanwu.foundation.routing.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.routing.Assignee;
import org.guanwu.foundation.routing.ForecastStep;
import org.guanwu.foundation.routing.ForecastStep.NextPerson;
import org.guanwu.foundation.routing.RouteTemplate;
import org.guanwu.foundation.routing.StepSpec;
import org.guanwu.foundation.routing.domain.Attendance.Holder;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who would get it: found by the rules themselves on a copy of the state, and said with presence and reason. */
@Component
class RouteForecast {

    private final Organization organization;

    RouteForecast(@Lazy Organization organization) {
        this.organization = organization;
    }

    /** every step of the template: those the drafter has behind him, those ahead, and those left out */
    List<ForecastStep> all(Route started, Route sent, Circumstances circumstances, RouteTemplate template) {
        var names = new Names(organization);
        var forecast = new ArrayList<ForecastStep>();
        for (StepSpec wanted : new Outline(template).specs()) {
            if (!sent.outline().has(wanted.key())) {
                forecast.add(new ForecastStep(
                        wanted.key(), wanted.name(), wanted.kind(), wanted.mode(), List.of(), true, "条件不符，免办"));
                continue;
            }
            StepSpec spec = sent.outline().spec(wanted.key());
            List<NextPerson> people = spec.isJoint() ? List.of() : people(started, sent, spec, circumstances, names);
            forecast.add(new ForecastStep(
                    spec.key(), spec.name(), spec.kind(), spec.mode(), people, false, note(spec, people)));
        }
        return forecast;
    }

    private List<NextPerson> people(
            Route started, Route sent, StepSpec spec, Circumstances circumstances, Names names) {
        Route route = started.isRunning(spec.key()) ? started : sent;
        return expected(route, spec.key(), circumstances, names);
    }

    private static String note(StepSpec spec, List<NextPerson> people) {
        if (spec.isJoint()) {
            return spec.lanes().size() + "个机关同时办";
        }
        if (!people.isEmpty() && !people.getFirst().isDispatcher()) {
            return "";
        }
        return spec.assignees().contains(new Assignee.ChosenBySender()) ? "由上一环节选定" : "目前无人可办，由兜底岗位指派";
    }

    /** who would get this step if it began now */
    List<NextPerson> expected(Route route, String step, Circumstances circumstances, Names names) {
        var proceeding = new Proceeding(route, Caller.SYSTEM, circumstances);
        var entitlement = new Entitlement(proceeding);
        Map<Long, NextPerson> people = new LinkedHashMap<>();
        for (Seat seat : new Progress(proceeding).layout(step)) {
            for (Holder holder : entitlement.candidates(step, seat)) {
                people.putIfAbsent(holder.person(), person(holder, false, circumstances.attendance(), names));
            }
        }
        if (people.isEmpty()) {
            for (long dispatcher : circumstances
                    .attendance()
                    .dispatchers(route.outline().spec(step).fallbackPostId())) {
                people.put(
                        dispatcher,
                        person(new Holder(dispatcher, dispatcher), true, circumstances.attendance(), names));
            }
        }
        return List.copyOf(people.values());
    }

    /** the steps that an accepted trial has started, with the people who got a task */
    List<ForecastStep> begun(Decision trial, Circumstances circumstances, Names names) {
        Map<String, List<NextPerson>> people = new LinkedHashMap<>();
        for (LogEntry entry : trial.entries()) {
            if (entry.event() instanceof RouteEvent.TaskCreated task) {
                people.computeIfAbsent(task.step(), step -> new ArrayList<>())
                        .add(person(
                                new Holder(task.person(), task.principal()),
                                task.seat() == 0,
                                circumstances.attendance(),
                                names));
            }
        }
        var begun = new ArrayList<ForecastStep>();
        people.forEach((step, holders) -> {
            StepSpec spec = trial.after().outline().spec(step);
            begun.add(
                    new ForecastStep(step, spec.name(), spec.kind(), spec.mode(), holders, false, note(spec, holders)));
        });
        return begun;
    }

    private static NextPerson person(Holder holder, boolean isDispatcher, Attendance attendance, Names names) {
        String note = "在岗";
        if (isDispatcher) {
            note = "待指派";
        } else if (!holder.isOwnName()) {
            String principal = names.name(holder.principal());
            note = attendance.isPresent(holder.principal()) ? "代" + principal : principal + "外出，代办";
        }
        return new NextPerson(
                holder.person(),
                names.name(holder.person()),
                names.unit(holder.person()),
                names.jobTitle(holder.person()),
                note,
                isDispatcher);
    }
}
