package org.guanwu.foundation.routing.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.guanwu.foundation.routing.ForecastStep;
import org.guanwu.foundation.routing.ForecastStep.NextPerson;
import org.guanwu.foundation.routing.RouteAct;
import org.guanwu.foundation.routing.RouteStatus;
import org.guanwu.foundation.routing.RouteView;
import org.guanwu.foundation.routing.RouteView.MyTask;
import org.guanwu.foundation.routing.RouteView.StepView;
import org.guanwu.foundation.routing.StepKind;
import org.guanwu.foundation.routing.StepMode;
import org.guanwu.foundation.routing.StepStatus;
import org.guanwu.foundation.shared.ChinaTime;

/** Words of the route column and the act box. */
public final class RouteText {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private RouteText() {}

    public static String time(Instant instant) {
        return SHORT.format(ChinaTime.at(instant));
    }

    public static String phase(StepView step) {
        return switch (step.status()) {
            case COMPLETED -> "done";
            case ACTIVE -> "now";
            case WAITING, HALTED -> "next";
        };
    }

    /** mode and n/m, arrival or limit: what stands at the right of a step's name */
    public static String facts(StepView step) {
        if (step.status() == StepStatus.HALTED) {
            return "等待直接返回";
        }
        if (!step.lanes().isEmpty()) {
            return step.lanes().size() + "个机关";
        }
        String mode = step.mode() == StepMode.ONE ? "" : step.mode().label();
        String done =
                step.seats().size() > 1 ? step.doneSeats() + "/" + step.seats().size() : "";
        String due = step.isRunning() && step.dueAt() != null
                ? "限" + ChinaTime.dateOf(step.dueAt().minusSeconds(1)) + "前"
                : "";
        return List.of(mode, done, due).stream().filter(s -> !s.isEmpty()).collect(Collectors.joining("，"));
    }

    public static boolean mayRemind(RouteView view) {
        return view.may(RouteAct.REMIND) && view.status() == RouteStatus.OPEN;
    }

    public static String join(List<String> names) {
        return String.join("、", names);
    }

    public static String people(List<NextPerson> people) {
        return people.stream()
                .map(p -> p.name() + (p.note().equals("在岗") ? "" : "（" + p.note() + "）"))
                .collect(Collectors.joining("、"));
    }

    public static String next(ForecastStep step) {
        String people = step.people().stream()
                .map(p -> p.name() + (p.jobTitle().isEmpty() ? "" : "，" + p.jobTitle()) + "，" + p.note())
                .collect(Collectors.joining("；"));
        return step.name() + "：" + people;
    }

    /** the step behind the next one, with its people */
    public static String afterwards(RouteView view) {
        MyTask mine = view.mine();
        if (mine == null) {
            return "";
        }
        List<String> begun = mine.next().stream().map(ForecastStep::key).toList();
        return view.steps().stream()
                .filter(s -> s.status() == StepStatus.WAITING && !begun.contains(s.key()))
                .findFirst()
                .map(s -> s.name() + (s.expected().isEmpty() ? "" : "：" + people(s.expected())))
                .orElse("办结");
    }

    /** the button says verb and person: 同意，送郑某审核 */
    public static String primary(MyTask mine) {
        String verb = mine.kind() == StepKind.DRAFTING ? "送出" : "同意";
        if (mine.closes()) {
            return verb + "，办结";
        }
        if (mine.next().isEmpty()) {
            return verb;
        }
        ForecastStep next = mine.next().getFirst();
        String names = next.people().stream().map(NextPerson::name).limit(2).collect(Collectors.joining("、"));
        String more = next.people().size() > 2 ? "等" + next.people().size() + "人" : "";
        return (verb.equals("送出") ? "送" : verb + "，送") + names + more + next.name();
    }

    public static boolean isIssued(RouteView view) {
        return view.number() != null
                || view.status() == RouteStatus.CLOSED
                || view.steps().stream()
                        .anyMatch(s -> s.kind() == StepKind.ISSUANCE && s.status() == StepStatus.COMPLETED);
    }
}
