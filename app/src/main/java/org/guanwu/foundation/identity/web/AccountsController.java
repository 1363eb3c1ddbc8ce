package org.guanwu.foundation.identity.web;

import java.util.List;
import java.util.Map;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Affiliation;
import org.guanwu.foundation.identity.Affiliations;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.identity.Requires;
import org.guanwu.foundation.identity.domain.AccountList;
import org.guanwu.foundation.identity.domain.Accounts;
import org.guanwu.foundation.identity.domain.PasswordReset;
import org.guanwu.foundation.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 账号 for the system administrator: opened, closed, unlocked, given a one-time password. */
@Controller
@Requires(Permission.ACCOUNT_EDIT)
class AccountsController {

    private static final int CHOICES = 20;

    private final Accounts accounts;
    private final AccountList list;
    private final PasswordReset passwords;
    private final Affiliations affiliations;

    AccountsController(Accounts accounts, AccountList list, PasswordReset passwords, Affiliations affiliations) {
        this.accounts = accounts;
        this.list = list;
        this.passwords = passwords;
        this.affiliations = affiliations;
    }

    @Requires({Permission.ACCOUNT_EDIT, Permission.ROLE_GRANT})
    @GetMapping("/office/accounts")
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        model.addAttribute(
                "page", new AccountsPage(text, list.list(actor, text, cursor), actor.may(Permission.ACCOUNT_EDIT)));
        return "identity/accounts";
    }

    @GetMapping("/office/accounts/new")
    String form(@RequestParam(defaultValue = "") String find, Model model) {
        model.addAttribute("page", openPage(find, null, "", "", Map.of()));
        return "identity/account-new";
    }

    @PostMapping("/office/accounts")
    ModelAndView open(
            Actor actor,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(required = false) @Nullable Long personId,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String externalId) {
        try {
            var person = personId == null
                    ? null
                    : affiliations.find(personId).orElseThrow(() -> new InvalidInput("personId", "此人已离职或不存在。"));
            if (person == null) {
                throw new InvalidInput("personId", "请先查找并选择人员。");
            }
            String external = externalId.isBlank() ? null : externalId.strip();
            var opened = accounts.open(actor, name, person.name(), personId, external);
            return handOver("账号已开立", opened.accountId(), opened.password());
        } catch (InvalidInput input) {
            var view = new ModelAndView(
                    "identity/account-new",
                    Map.of("page", openPage(find, personId, name, externalId, FieldMessages.of(input))));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
    }

    @PostMapping("/office/accounts/{id}/password")
    ModelAndView resetPassword(Actor actor, @PathVariable long id) {
        return handOver("口令已重置", id, passwords.reset(actor, id));
    }

    @PostMapping("/office/accounts/{id}/disable")
    String disable(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        accounts.disable(actor, id, reason.length() <= 200 ? reason : reason.substring(0, 200));
        redirect.addFlashAttribute("message", "账号已停用，登录和令牌已全部失效。");
        return "redirect:/office/accounts/" + id;
    }

    @PostMapping("/office/accounts/{id}/enable")
    String enable(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
        accounts.enable(actor, id);
        redirect.addFlashAttribute("message", "账号已恢复。");
        return "redirect:/office/accounts/" + id;
    }

    @PostMapping("/office/accounts/{id}/unlock")
    String unlock(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
        accounts.unlock(actor, id);
        redirect.addFlashAttribute("message", "已解锁，可以立即登录。");
        return "redirect:/office/accounts/" + id;
    }

    private OpenAccountPage openPage(
            String find, @Nullable Long personId, String name, String externalId, Map<String, String> problems) {
        var people = find.isBlank() ? List.<Affiliation>of() : affiliations.search(find, CHOICES);
        return new OpenAccountPage(find, people, personId, name, externalId, problems);
    }

    private ModelAndView handOver(String title, long accountId, String password) {
        var account = accounts.get(accountId);
        return new ModelAndView(
                "identity/hand-over",
                Map.of("page", new HandOver(title, account.displayName(), account.name(), password, accountId)));
    }
}
