package org.guanwu.foundation.notification.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.stream.Collectors;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.SignedIn;
import org.guanwu.foundation.notification.domain.MailAddress;
import org.guanwu.foundation.notification.domain.MyNotices;
import org.guanwu.foundation.notification.domain.NoticeRow;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;
import org.guanwu.foundation.shared.Page;
import org.guanwu.foundation.web.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class NoticeController {

    private final MyNotices notices;

    NoticeController(MyNotices notices) {
        this.notices = notices;
    }

    @SignedIn
    @GetMapping("/office/notices")
    String list(Actor actor, @RequestParam(required = false) @Nullable String cursor, Model model) {
        MailAddress address = notices.address(actor);
        var shown = new NoticesPage.Address(address.address(), address.isEnabled(), address.version());
        model.addAttribute("page", page(actor, cursor, shown, Map.of()));
        return "notification/notices";
    }

    /** opening a notice marks it as read, so it is a POST; it leads to the matter */
    @SignedIn
    @PostMapping("/office/notices/{id}/openings")
    String open(Actor actor, @PathVariable long id) {
        return "redirect:" + notices.open(actor, id);
    }

    @SignedIn
    @PostMapping("/office/notices/readings")
    String markAllRead(Actor actor, @RequestParam long upTo, RedirectAttributes redirect) {
        int count = notices.markAllRead(actor, upTo);
        redirect.addFlashAttribute(Frame.MESSAGE, "已将 " + count + " 条标为已读。");
        return "redirect:/office/notices";
    }

    @SignedIn
    @PostMapping("/office/notices/mail-address")
    String changeAddress(
            Actor actor,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "false") boolean enabled,
            @RequestParam(defaultValue = "0") long version,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            notices.changeAddress(actor, address, enabled, version);
        } catch (InvalidInput invalid) {
            Map<String, String> problems = invalid.problems().stream()
                    .collect(Collectors.toMap(FieldProblem::field, FieldProblem::message, (a, b) -> a));
            response.setStatus(422);
            model.addAttribute("page", page(actor, null, new NoticesPage.Address(address, enabled, version), problems));
            return "notification/notices";
        }
        redirect.addFlashAttribute(Frame.MESSAGE, enabled ? "已保存，今后的提醒同时发到这个邮箱。" : "已保存，不再发送邮件提醒。");
        return "redirect:/office/notices";
    }

    private NoticesPage page(
            Actor actor, @Nullable String cursor, NoticesPage.Address address, Map<String, String> problems) {
        Page<NoticeRow> rows = notices.list(actor, cursor);
        return new NoticesPage(
                notices.unread(actor),
                rows.rows().isEmpty() ? 0 : rows.rows().getFirst().id(),
                rows.rows().stream().map(NoticeController::row).toList(),
                rows.next() == null ? null : "/office/notices?cursor=" + rows.next(),
                notices.isMailEnabled(),
                address,
                problems);
    }

    private static NoticesPage.Row row(NoticeRow row) {
        return new NoticesPage.Row(
                row.id(),
                ChinaTime.minute(row.createdAt()),
                row.subject(),
                row.isRead(),
                row.mailState() == null ? "" : row.mailState().label());
    }
}
