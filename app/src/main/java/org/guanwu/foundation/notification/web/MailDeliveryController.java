package org.guanwu.foundation.notification.web;

import java.util.List;
import java.util.Set;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.identity.Requires;
import org.guanwu.foundation.notification.domain.MailDeliveries;
import org.guanwu.foundation.notification.domain.MailState;
import org.guanwu.foundation.web.Frame;
import org.guanwu.foundation.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class MailDeliveryController {

    private final MailDeliveries deliveries;

    MailDeliveryController(MailDeliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Requires(Permission.SYSTEM_OPERATE)
    @GetMapping("/office/mail-deliveries")
    String list(Actor actor, Model model) {
        MailDeliveries.Overview overview = deliveries.overview(actor);
        List<MailDeliveriesPage.Row> rows = overview.troubles().stream()
                .map(mail -> new MailDeliveriesPage.Row(
                        mail.id(),
                        "人员 " + mail.personId(),
                        mail.since(),
                        mail.state().label(),
                        mail.attempts(),
                        mail.reason(),
                        mail.state() == MailState.GAVE_UP))
                .toList();
        List<MailDeliveriesPage.Count> counts = overview.counts().entrySet().stream()
                .map(e -> new MailDeliveriesPage.Count(e.getKey().label(), e.getValue()))
                .toList();
        model.addAttribute("page", new MailDeliveriesPage(overview.isConfigured(), counts, rows));
        return "notification/mail-deliveries";
    }

    @Requires(Permission.SYSTEM_OPERATE)
    @PostMapping("/office/mail-deliveries/{id}/attempts")
    String tryAgain(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
        deliveries.tryAgain(actor, id);
        redirect.addFlashAttribute(Frame.MESSAGE, "已放回待发，稍后重试。");
        return "redirect:/office/mail-deliveries";
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        NavEntry mailDeliveriesEntry() {
            return new NavEntry(
                    NavEntry.Area.ADMINISTRATION,
                    70,
                    "mail-deliveries",
                    "邮件发送",
                    "/office/mail-deliveries",
                    Set.of(Permission.SYSTEM_OPERATE));
        }
    }
}
