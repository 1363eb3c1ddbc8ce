package org.guanwu.foundation.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.identity.SignedIn;
import org.guanwu.foundation.identity.domain.Accounts;
import org.guanwu.foundation.identity.domain.ApiTokenRegister;
import org.guanwu.foundation.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 接口令牌 of one's own: shown once, with no more rights than one has. */
@Controller
@SignedIn
class TokenController {

    private final ApiTokenRegister tokens;
    private final Accounts accounts;

    TokenController(ApiTokenRegister tokens, Accounts accounts) {
        this.tokens = tokens;
        this.accounts = accounts;
    }

    @GetMapping("/office/account/tokens")
    ModelAndView list(Actor actor) {
        return page(actor, "", "", Set.of("*"), "90", Map.of());
    }

    @PostMapping("/office/account/tokens")
    ModelAndView issue(
            Actor actor,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(required = false) @Nullable Set<String> scopes,
            @RequestParam(defaultValue = "90") String days,
            HttpServletRequest request) {
        Set<String> chosen = scopes == null ? Set.of() : new LinkedHashSet<>(scopes);
        boolean hasSecondFactor =
                request.getUserPrincipal() instanceof AccountAuthentication session && session.hasSecondFactor();
        try {
            String token =
                    tokens.issueOwn(actor.accountId(), label, chosen, days(days), hasSecondFactor, actor.address());
            return page(actor, token, "", Set.of("*"), "90", Map.of());
        } catch (InvalidInput input) {
            var view = page(actor, "", label, chosen, days, FieldMessages.of(input));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
    }

    @PostMapping("/office/account/tokens/{id}/revoke")
    String revoke(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
        tokens.revokeOwn(actor, accounts.get(actor.accountId()).name(), id);
        redirect.addFlashAttribute("message", "令牌已作废，使用它的程序不能再访问。");
        return "redirect:/office/account/tokens";
    }

    static Duration days(String text) {
        try {
            return Duration.ofDays(Integer.parseInt(text.strip()));
        } catch (NumberFormatException notANumber) {
            throw new InvalidInput("validity", "有效期请填天数。");
        }
    }

    private ModelAndView page(
            Actor actor, String issued, String label, Set<String> scopes, String days, Map<String, String> problems) {
        var own = Arrays.stream(Permission.values()).filter(actor::may).toList();
        return new ModelAndView(
                "identity/tokens",
                Map.of(
                        "page",
                        new TokensPage(tokens.list(actor.accountId()), own, issued, label, scopes, days, problems)));
    }
}
