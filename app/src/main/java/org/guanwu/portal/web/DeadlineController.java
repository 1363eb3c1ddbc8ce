package org.guanwu.portal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.guanwu.foundation.identity.Anyone;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;
import org.guanwu.foundation.workingday.ClockReckoning;
import org.guanwu.foundation.workingday.LimitUnit;
import org.guanwu.foundation.workingday.ReckonedDay.Kind;
import org.guanwu.foundation.workingday.WorkingDays;
import org.guanwu.foundation.workingday.WorkingDays.NamedLimit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 期限计算: when is it due, and why that day. The answer is an address that can be kept and sent on. */
@Controller
class DeadlineController {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private final WorkingDays workingDays;
    private final Clock clock;

    DeadlineController(WorkingDays workingDays, Clock clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Anyone
    @GetMapping("/working-days")
    ModelAndView calculator(@RequestParam Map<String, String> parameters) {
        LocalDate today = ChinaTime.dateOf(clock.instant());
        var question = DeadlineQuestion.of(parameters);
        List<NamedLimit> limits = workingDays.listLimits(question.start().orElse(today)).stream()
                .filter(l -> l.unit() != LimitUnit.HOUR)
                .toList();
        if (!question.isAsked()) {
            var blank = new DeadlineQuestion(today.toString(), "", "20", LimitUnit.WORKING_DAY.name(), "", "", "", "");
            return view(new DeadlinePage(blank, limits, List.of(), null), HttpStatus.OK);
        }
        try {
            var read = question.read(limits);
            var reckoning =
                    workingDays.reckon(read.amount(), read.unit(), read.from().atStartOfDay(), read.events());
            return view(
                    new DeadlinePage(question.shownAs(read), limits, List.of(), answer(read, reckoning, today)),
                    HttpStatus.OK);
        } catch (InvalidInput invalid) {
            var problems = invalid.problems().stream()
                    .map(DeadlineController::atItsField)
                    .toList();
            return view(new DeadlinePage(question, limits, problems, null), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private DeadlinePage.Answer answer(DeadlineQuestion.Read read, ClockReckoning reckoning, LocalDate today) {
        LocalDate due = reckoning.due();
        NamedLimit named = read.named();
        return new DeadlinePage.Answer(
                (named == null ? "" : named.name() + "，") + read.amount() + " "
                        + read.unit().label(),
                named == null ? "" : named.article(),
                due == null ? null : DAY.format(due),
                reckoning.isProvisional(),
                due == null ? null : workingDays.between(today, due),
                figures(reckoning),
                WeekGrid.of(reckoning, today),
                PlainWords.of(read, reckoning),
                PlainWords.sources(reckoning));
    }

    private static List<DeadlinePage.Figure> figures(ClockReckoning reckoning) {
        var days = reckoning.days();
        long off = days.stream()
                .filter(d -> d.kind() == Kind.WEEKEND || d.kind() == Kind.HOLIDAY)
                .count();
        long madeUp =
                days.stream().filter(d -> d.kind() == Kind.MAKE_UP_WORKDAY).count();
        long suspended = days.stream().filter(d -> d.kind() == Kind.SUSPENDED).count();
        return List.of(
                new DeadlinePage.Figure("时限", String.valueOf(reckoning.total())),
                new DeadlinePage.Figure("休息和放假", String.valueOf(off)),
                new DeadlinePage.Figure("调休上班", String.valueOf(madeUp)),
                new DeadlinePage.Figure("停钟", String.valueOf(suspended)));
    }

    /** the calculus names the field of its own question; the form calls two of them otherwise */
    private static FieldProblem atItsField(FieldProblem problem) {
        String field = problem.field();
        if (field.equals("startedOn")) {
            return new FieldProblem("from", problem.message());
        }
        if (field.equals("limit.amount")) {
            return new FieldProblem("amount", problem.message());
        }
        return field.startsWith("events") ? new FieldProblem("pausedOn", problem.message()) : problem;
    }

    private static ModelAndView view(DeadlinePage page, HttpStatus status) {
        var view = new ModelAndView("portal/working-days", "page", page);
        view.setStatus(status);
        return view;
    }
}
