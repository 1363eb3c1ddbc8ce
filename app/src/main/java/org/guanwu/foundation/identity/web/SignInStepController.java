package org.guanwu.foundation.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guanwu.foundation.identity.Anyone;
import org.guanwu.foundation.identity.domain.PasswordChange;
import org.guanwu.foundation.identity.domain.PasswordPolicy;
import org.guanwu.foundation.identity.domain.SecondFactors;
import org.guanwu.foundation.identity.domain.SignIn;
import org.guanwu.foundation.identity.domain.SignIn.Step;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What stands between the password and the workspace: second factor, its enrolment, the forced change. */
@Controller
@Anyone
class SignInStepController {

    private static final String AGAIN = "redirect:/sign-in?expired";

    private final SignIn signIn;
    private final SignInSessions sessions;
    private final SecondFactors secondFactors;
    private final PasswordChange passwordChange;
    private final PasswordPolicy policy;

    SignInStepController(
            SignIn signIn,
            SignInSessions sessions,
            SecondFactors secondFactors,
            PasswordChange passwordChange,
            PasswordPolicy policy) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.secondFactors = secondFactors;
        this.passwordChange = passwordChange;
        this.policy = policy;
    }

    @GetMapping("/sign-in/second-factor")
    Object askForCode(HttpServletRequest request) {
        return pendingAt(request, Step.SECOND_FACTOR).isPresent() ? codePage("") : AGAIN;
    }

    @PostMapping("/sign-in/second-factor")
    Object code(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        var pending = pendingAt(request, Step.SECOND_FACTOR);
        if (pending.isEmpty()) {
            return AGAIN;
        }
        return switch (signIn.verifySecondFactor(pending.get().accountId(), code, request.getRemoteAddr())) {
            case SignIn.Attempt.Accepted accepted ->
                "redirect:" + sessions.proceed(request, pending.get().withSecondFactor());
            case SignIn.Attempt.Refused refused -> failed(codePage(refused.message()));
        };
    }

    @GetMapping("/sign-in/enrolment")
    Object enrolment(HttpServletRequest request) {
        return pendingAt(request, Step.ENROLMENT)
                .<Object>map(p -> enrolmentPage(p, ""))
                .orElse(AGAIN);
    }

    @PostMapping("/sign-in/enrolment")
    Object enrol(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        var pending = pendingAt(request, Step.ENROLMENT);
        if (pending.isEmpty()) {
            return AGAIN;
        }
        Optional<List<String>> recovery =
                secondFactors.confirm(pending.get().accountId(), code, request.getRemoteAddr());
        if (recovery.isEmpty()) {
            return failed(enrolmentPage(pending.get(), "数字不对。请核对手机时间后，输入应用里当前显示的 6 位数字。"));
        }
        String next = sessions.proceed(request, pending.get().withSecondFactor());
        return new ModelAndView("identity/recovery-codes", Map.of("codes", recovery.get(), "next", next));
    }

    @GetMapping("/sign-in/password")
    Object askForPassword(HttpServletRequest request) {
        return pendingAt(request, Step.PASSWORD_CHANGE).isPresent() ? passwordPage(Map.of()) : AGAIN;
    }

    @PostMapping("/sign-in/password")
    Object password(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletRequest request) {
        var pending = pendingAt(request, Step.PASSWORD_CHANGE);
        if (pending.isEmpty()) {
            return AGAIN;
        }
        try {
            passwordChange.changeOwn(pending.get().accountId(), current, password, repeated, request.getRemoteAddr());
        } catch (InvalidInput input) {
            return failed(passwordPage(FieldMessages.of(input)));
        } catch (Refusal locked) {
            return failed(passwordPage(Map.of("current", String.valueOf(locked.getMessage()))));
        }
        return "redirect:" + sessions.proceed(request, pending.get());
    }

    private Optional<PendingSignIn> pendingAt(HttpServletRequest request, Step step) {
        return sessions.findPending(request)
                .filter(p -> signIn.nextStep(p.accountId(), p.isSecondFactorShown()) == step);
    }

    private static ModelAndView codePage(String problem) {
        return new ModelAndView("identity/second-factor", Map.of("problem", problem));
    }

    private ModelAndView enrolmentPage(PendingSignIn pending, String problem) {
        return new ModelAndView(
                "identity/enrolment",
                Map.of("enrolment", secondFactors.propose(pending.accountId()), "problem", problem));
    }

    private ModelAndView passwordPage(Map<String, String> problems) {
        return new ModelAndView("identity/password-change", Map.of("rule", policy.description(), "problems", problems));
    }

    private static ModelAndView failed(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
