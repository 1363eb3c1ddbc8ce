package org.guanwu.foundation.worklist.web;

import java.util.List;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.SignedIn;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.web.Frame;
import org.guanwu.foundation.worklist.domain.InboxActs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class InboxController {

    private final InboxPages pages;
    private final InboxActs acts;

    InboxController(InboxPages pages, InboxActs acts) {
        this.pages = pages;
        this.acts = acts;
    }

    @SignedIn
    @GetMapping(InboxAddress.PATH)
    String inbox(
            Actor actor,
            @RequestParam(required = false) @Nullable String tab,
            @RequestParam(required = false) @Nullable String due,
            @RequestParam(required = false) @Nullable String urgent,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String principal,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        var address = InboxAddress.parse(tab, due, urgent, kind, principal);
        model.addAttribute("page", pages.page(actor, address, cursor));
        return "worklist/inbox";
    }

    /** The pane beside the list; followed as a plain link it leads to the matter itself. */
    @SignedIn
    @GetMapping(InboxAddress.PATH + "/preview")
    String preview(
            Actor actor,
            @RequestParam String task,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        var pane = pages.findPane(actor, task).orElseThrow(() -> new NotFound("task " + task));
        if (htmx == null) {
            return "redirect:" + pane.row().url();
        }
        model.addAttribute("pane", pane);
        return "worklist/preview";
    }

    @SignedIn
    @PostMapping(InboxAddress.PATH + "/readings")
    String confirmReadings(
            Actor actor,
            @RequestParam(name = "row", required = false) @Nullable List<String> rows,
            RedirectAttributes flash) {
        List<Long> ids =
                rows == null ? List.of() : rows.stream().map(InboxAddress::id).toList();
        int read = acts.confirmReadings(actor, ids);
        flash.addFlashAttribute(Frame.MESSAGE, ids.isEmpty() ? "没有选中待阅件，没有改动。" : "已阅 " + read + " 件。");
        return "redirect:" + InboxAddress.PATH + "?tab=to-read";
    }

    /** {@code row} is {@code outgoing-document:42}, once for each matter */
    @SignedIn
    @PostMapping(InboxAddress.PATH + "/followed")
    String follow(
            Actor actor,
            @RequestParam(name = "row", required = false) @Nullable List<String> rows,
            @RequestParam(required = false) @Nullable String back,
            RedirectAttributes flash) {
        List<Matter> matters = matters(rows);
        acts.follow(actor, matters);
        flash.addFlashAttribute(
                Frame.MESSAGE, matters.isEmpty() ? "没有选中事项，没有改动。" : "已关注 " + matters.size() + " 件，在“关注”中可随时查看进展。");
        return "redirect:" + backToOffice(back);
    }

    @SignedIn
    @PostMapping(InboxAddress.PATH + "/unfollowed")
    String unfollow(
            Actor actor,
            @RequestParam(name = "row", required = false) @Nullable List<String> rows,
            @RequestParam(required = false) @Nullable String back,
            RedirectAttributes flash) {
        List<Matter> matters = matters(rows);
        acts.unfollow(actor, matters);
        flash.addFlashAttribute(Frame.MESSAGE, matters.isEmpty() ? "没有选中事项，没有改动。" : "已取消关注 " + matters.size() + " 件。");
        return "redirect:" + backToOffice(back);
    }

    private static List<Matter> matters(@Nullable List<String> rows) {
        return rows == null
                ? List.of()
                : rows.stream().map(InboxController::matter).distinct().toList();
    }

    private static Matter matter(String typeAndId) {
        int colon = typeAndId.indexOf(':');
        if (colon < 0) {
            throw new NotFound("matter " + typeAndId);
        }
        String type = typeAndId.substring(0, colon);
        if (!type.matches("[a-z][a-z-]{0,59}")) {
            throw new NotFound("matter " + type);
        }
        return new Matter(type, InboxAddress.id(typeAndId.substring(colon + 1)));
    }

    /** only back into the workspace, whatever the form says */
    private static String backToOffice(@Nullable String back) {
        return back != null && back.matches("/office/[\\p{Alnum}/?&=%_.~-]*") ? back : InboxAddress.PATH;
    }
}
