package org.guanwu.foundation.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.SignedIn;
import org.guanwu.foundation.identity.domain.Account;
import org.guanwu.foundation.identity.domain.Accounts;
import org.guanwu.foundation.identity.domain.GrantViews;
import org.guanwu.foundation.identity.domain.PasswordChange;
import org.guanwu.foundation.identity.domain.PasswordPolicy;
import org.guanwu.foundation.identity.domain.SecondFactors;
import org.guanwu.foundation.identity.domain.SessionRegister;
import org.guanwu.foundation.shared.InvalidInput;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 我的账号: password, second factor, sessions. */
@Controller
@SignedIn
class AccountController {

    private static final String HERE = "redirect:/office/account";

    private final Accounts accounts;
    private final PasswordChange passwordChange;
    private final PasswordPolicy policy;
    private final SecondFactors secondFactors;
    private final SessionRegister sessions;
    private final GrantViews grants;

    AccountController(
            Accounts accounts,
            PasswordChange passwordChange,
            PasswordPolicy policy,
            SecondFactors secondFactors,
            SessionRegister sessions,
            GrantViews grants) {
        this.accounts = accounts;
        this.passwordChange = passwordChange;
        this.policy = policy;
        this.secondFactors = secondFactors;
        this.sessions = sessions;
        this.grants = grants;
    }

    @GetMapping("/office/account")
    ModelAndView show(Actor actor) {
        return page(actor, Map.of());
    }

    @PostMapping("/office/account/password")
    Object changePassword(
            Actor actor,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        try {
            passwordChange.changeOwn(actor.accountId(), current, password, repeated, actor.address());
        } catch (InvalidInput input) {
            var view = page(actor, FieldMessages.of(input));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        sessions.endOthers(name(actor), request.getSession().getId());
        redirect.addFlashAttribute("message", "口令已修改，其他地方的登录已退出。");
        return HERE;
    }

    @GetMapping("/office/account/second-factor")
    Object enrolment(Actor actor, Model model) {
        if (accounts.get(actor.accountId()).hasSecondFactor()) {
            return HERE;
        }
        model.addAttribute("enrolment", secondFactors.propose(actor.accountId()));
        model.addAttribute("problem", "");
        return "identity/own-second-factor";
    }

    @PostMapping("/office/account/second-factor")
    Object enrol(Actor actor, @RequestParam(defaultValue = "") String code) {
        if (accounts.get(actor.accountId()).hasSecondFactor()) {
            return HERE;
        }
        var recovery = secondFactors.confirm(actor.accountId(), code, actor.address());
        if (recovery.isPresent()) {
            return new ModelAndView(
                    "identity/recovery-codes", Map.of("codes", recovery.get(), "next", "/office/account"));
        }
        var view = new ModelAndView(
                "identity/own-second-factor",
                Map.of(
                        "enrolment",
                        secondFactors.propose(actor.accountId()),
                        "problem",
                        "数字不对。请核对手机时间后，输入应用里当前显示的 6 位数字。"));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    @GetMapping("/office/account/sessions")
    String sessions(Actor actor, HttpServletRequest request, Model model) {
        model.addAttribute(
                "sessions", sessions.list(name(actor), request.getSession().getId()));
        return "identity/sessions";
    }

    @PostMapping("/office/account/sessions/end")
    String endSession(
            Actor actor,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        if (key.isEmpty()) {
            sessions.endOthers(name(actor), request.getSession().getId());
            redirect.addFlashAttribute("message", "其他地方的登录已全部退出。");
        } else {
            sessions.endOwn(actor, name(actor), key);
            redirect.addFlashAttribute("message", "所选的登录已退出。");
        }
        return "redirect:/office/account/sessions";
    }

    private ModelAndView page(Actor actor, Map<String, String> problems) {
        Account account = accounts.get(actor.accountId());
        var page = new AccountPage(
                account,
                actor,
                grants.listOf(account.id()),
                secondFactors.isRequired(account.id()),
                secondFactors.countRecoveryCodes(account.id()),
                policy.description(),
                problems);
        return new ModelAndView("identity/account", Map.of("page", page));
    }

    private String name(Actor actor) {
        return accounts.get(actor.accountId()).name();
    }
}
