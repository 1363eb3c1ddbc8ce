package org.guanwu.foundation.identity.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.identity.Requires;
import org.guanwu.foundation.identity.domain.Account;
import org.guanwu.foundation.identity.domain.Accounts;
import org.guanwu.foundation.identity.domain.GrantViews;
import org.guanwu.foundation.identity.domain.RoleGrants;
import org.guanwu.foundation.identity.domain.Roles;
import org.guanwu.foundation.identity.domain.SecondFactors;
import org.guanwu.foundation.identity.domain.SessionRegister;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One account: what both administrators see of it, and what the security administrator does with it (授权). */
@Controller
@Requires(Permission.ROLE_GRANT)
class GrantsController {

    private final Accounts accounts;
    private final RoleGrants grants;
    private final GrantViews views;
    private final Roles roles;
    private final SecondFactors secondFactors;
    private final SessionRegister sessions;
    private final Clock clock;

    GrantsController(
            Accounts accounts,
            RoleGrants grants,
            GrantViews views,
            Roles roles,
            SecondFactors secondFactors,
            SessionRegister sessions,
            Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.views = views;
        this.roles = roles;
        this.secondFactors = secondFactors;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Requires({Permission.ACCOUNT_EDIT, Permission.ROLE_GRANT})
    @GetMapping("/office/accounts/{id}")
    ModelAndView show(Actor actor, @PathVariable long id) {
        String today = ChinaTime.dateOf(clock.instant()).toString();
        return page(actor, id, new GrantForm("", "", today, "", ""), Map.of());
    }

    @PostMapping("/office/accounts/{id}/grants")
    Object grant(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        try {
            LocalDate validFrom = date("from", from);
            grants.grant(
                    actor,
                    id,
                    role,
                    unit.isBlank() ? null : number(unit),
                    validFrom == null ? ChinaTime.dateOf(clock.instant()) : validFrom,
                    date("until", until),
                    reason(reason));
        } catch (InvalidInput input) {
            return failed(actor, id, new GrantForm(role, unit, from, until, reason), FieldMessages.of(input));
        } catch (Refusal refused) {
            if (id == actor.accountId()) {
                // one's own page has no form to show it in
                throw refused;
            }
            return failed(
                    actor,
                    id,
                    new GrantForm(role, unit, from, until, reason),
                    Map.of("role", String.valueOf(refused.getMessage())));
        }
        redirect.addFlashAttribute("message", "授权已生效，对方下一次点击时就有。");
        return "redirect:/office/accounts/" + id;
    }

    @PostMapping("/office/accounts/{id}/grants/{grantId}/revoke")
    String revoke(
            Actor actor,
            @PathVariable long id,
            @PathVariable long grantId,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        grants.revoke(actor, grantId, reason(reason));
        redirect.addFlashAttribute("message", "授权已撤销，对方下一次点击时就没有了。");
        return "redirect:/office/accounts/" + id;
    }

    @PostMapping("/office/accounts/{id}/second-factor/reset")
    String resetSecondFactor(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        secondFactors.reset(actor, id, reason(reason));
        sessions.endAll(actor, id);
        redirect.addFlashAttribute("message", "第二因素已重置，登录已全部退出；下次登录须重新绑定。");
        return "redirect:/office/accounts/" + id;
    }

    @Requires({Permission.ACCOUNT_EDIT, Permission.ROLE_GRANT})
    @PostMapping("/office/accounts/{id}/sessions/end")
    String endSessions(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
        int ended = sessions.endAll(actor, id);
        redirect.addFlashAttribute("message", "已退出 " + ended + " 处登录。");
        return "redirect:/office/accounts/" + id;
    }

    private ModelAndView failed(Actor actor, long id, GrantForm form, Map<String, String> problems) {
        var view = page(actor, id, form, problems);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView page(Actor actor, long id, GrantForm form, Map<String, String> problems) {
        Account account = accounts.getFor(actor, id);
        boolean mayGrant = actor.may(Permission.ROLE_GRANT);
        var page = new AccountDetailPage(
                account,
                account.id() == actor.accountId(),
                accounts.isLocked(account),
                views.listOf(id),
                sessions.list(account.name(), ""),
                mayGrant ? roles.list() : List.of(),
                mayGrant ? views.listUnits() : List.of(),
                actor.may(Permission.ACCOUNT_EDIT),
                mayGrant,
                form,
                problems);
        return new ModelAndView("identity/account-detail", Map.of("page", page));
    }

    private static String reason(String text) {
        return text.length() <= 200 ? text.strip() : text.substring(0, 200).strip();
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw new InvalidInput("unit", "没有这个单位。");
        }
    }

    private static @Nullable LocalDate date(String field, String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException notADate) {
            throw new InvalidInput(field, "日期请写成 2026-10-14 的形式。");
        }
    }
}
