package org.guanwu.foundation.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.guanwu.foundation.identity.Anyone;
import org.guanwu.foundation.identity.domain.DemoDoors;
import org.guanwu.foundation.identity.domain.IdentitySettings;
import org.guanwu.foundation.identity.domain.SignIn;
import org.guanwu.foundation.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 登录、退出, and in the demo the role buttons. */
@Controller
@Anyone
class SignInController {

    private final SignIn signIn;
    private final SignInSessions sessions;
    private final DemoDoors doors;
    private final IdentitySettings settings;
    private final boolean hasOidc;

    SignInController(
            SignIn signIn,
            SignInSessions sessions,
            DemoDoors doors,
            IdentitySettings settings,
            ObjectProvider<ClientRegistrationRepository> oidc) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.doors = doors;
        this.settings = settings;
        this.hasOidc = oidc.getIfAvailable() != null;
    }

    @GetMapping("/sign-in")
    String form(
            @RequestParam(defaultValue = "") String next,
            @RequestParam(required = false) @Nullable String expired,
            @RequestParam(required = false) @Nullable String out,
            @RequestParam(required = false) @Nullable String unknown,
            @RequestParam(required = false) @Nullable String failed,
            Model model) {
        String note = expired != null ? "页面已过期，没有提交任何内容，请再登录一次。" : out != null ? "您已退出。" : "";
        String problem = unknown != null
                ? "统一身份认证已通过，但这里没有与之对应的账号。账号由系统管理员开立。"
                : failed != null ? "统一身份认证没有完成，请再试一次，或用账号口令登录。" : "";
        model.addAttribute("page", page("", WantedPage.orEmpty(next), problem, note));
        return "identity/sign-in";
    }

    @PostMapping("/sign-in")
    Object signIn(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request) {
        String wanted = WantedPage.orEmpty(next);
        return switch (signIn.attempt(account, password, request.getRemoteAddr())) {
            case SignIn.Attempt.Accepted accepted ->
                "redirect:" + sessions.begin(request, accepted.accountId(), false, "password", wanted);
            case SignIn.Attempt.Refused refused -> {
                var view = new ModelAndView("identity/sign-in");
                view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                view.addObject("page", page(account, wanted, refused.message(), ""));
                yield view;
            }
        };
    }

    @PostMapping("/sign-in/demo")
    String demo(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request) {
        var chosen = signIn.findAccount(account)
                .filter(a -> doors.isOpen(a.name()))
                .orElseThrow(() -> new NotFound("demo door"));
        return "redirect:" + sessions.open(request, chosen.id(), WantedPage.orEmpty(next));
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request) {
        sessions.end(request);
        return "redirect:/sign-in?out";
    }

    private SignInPage page(String account, String next, String problem, String note) {
        return new SignInPage(
                account,
                next,
                problem,
                note,
                "连续 " + settings.lockAfter() + " 次锁定 " + settings.lockFor().toMinutes() + " 分钟，可请系统管理员解锁",
                doors.isDemo(),
                hasOidc,
                doors.list().stream()
                        .collect(Collectors.groupingBy(
                                DemoDoors.Door::section, LinkedHashMap::new, Collectors.toList())));
    }
}
