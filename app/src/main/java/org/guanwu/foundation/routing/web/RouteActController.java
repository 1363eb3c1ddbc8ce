package org.guanwu.foundation.routing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.SignedIn;
import org.guanwu.foundation.routing.OnScreen;
import org.guanwu.foundation.routing.ReturnRequest;
import org.guanwu.foundation.routing.Routing;
import org.guanwu.foundation.routing.SignerPlace;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.Refusal;
import org.guanwu.foundation.web.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The acts that every routed matter's page offers; afterwards the browser is back at the matter. */
@Controller
@RequestMapping("/office/routes/{routeId}")
class RouteActController {

    private static final String CHOICE = "choice.";

    private final Routing routing;
    private final PersonNames names;

    RouteActController(Routing routing, PersonNames names) {
        this.routing = routing;
        this.names = names;
    }

    /** what stood in the hidden fields; binding leaves a missing number at 0, which fits no task and no version */
    record Seen(UUID commandId, int taskNo, int routeVersion, int seatVersion, int contentVersion) {

        OnScreen on(long routeId) {
            return new OnScreen(commandId, routeId, taskNo, routeVersion, seatVersion, contentVersion);
        }
    }

    enum Way {
        STRAIGHT_BACK,
        STEP_BY_STEP,
        DROP
    }

    /** the route alone, for a matter that has no page of its own, and for the routing administrator */
    @SignedIn
    @GetMapping
    String route(Actor actor, @PathVariable long routeId, Model model) {
        model.addAttribute("page", routing.view(actor, routing.matterOf(routeId)));
        return "routing/matter";
    }

    @SignedIn
    @PostMapping("/approvals")
    String approve(
            Actor actor,
            @PathVariable long routeId,
            Seen seen,
            @RequestParam(defaultValue = "") String opinion,
            HttpServletRequest request,
            RedirectAttributes flash) {
        Map<String, List<Long>> choices = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(CHOICE) && !values[0].isBlank()) {
                choices.put(name.substring(CHOICE.length()), names.many(actor, request, name));
            }
        });
        routing.approve(actor, seen.on(routeId), opinion, choices);
        return back(actor, routeId, flash, "已办理。对方打开前可以撤回。");
    }

    @SignedIn
    @PostMapping("/returns")
    String returnTo(
            Actor actor,
            @PathVariable long routeId,
            Seen seen,
            @RequestParam String target,
            @RequestParam String reason,
            @RequestParam Way way,
            RedirectAttributes flash) {
        int bar = target.lastIndexOf('|');
        String step = bar < 0 ? target : target.substring(0, bar);
        int seat = bar < 0 ? 0 : Integer.parseInt(target.substring(bar + 1));
        routing.returnTo(
                actor,
                seen.on(routeId),
                new ReturnRequest(step, seat, way == Way.DROP, way == Way.STRAIGHT_BACK, reason));
        return back(actor, routeId, flash, "已退回。");
    }

    @SignedIn
    @PostMapping("/withdrawals")
    String withdraw(
            Actor actor,
            @PathVariable long routeId,
            @RequestParam UUID commandId,
            @RequestParam int taskNo,
            RedirectAttributes flash) {
        routing.withdraw(actor, commandId, routeId, taskNo);
        return back(actor, routeId, flash, "已撤回，此件在您的待办中。");
    }

    @SignedIn
    @PostMapping("/transfers")
    String transfer(
            Actor actor, @PathVariable long routeId, Seen seen, HttpServletRequest request, RedirectAttributes flash) {
        routing.transfer(actor, seen.on(routeId), names.one(actor, request, "person"));
        return back(actor, routeId, flash, "已转办。对方打开前可以撤回。");
    }

    @SignedIn
    @PostMapping("/signers")
    String addSigner(
            Actor actor,
            @PathVariable long routeId,
            Seen seen,
            @RequestParam SignerPlace place,
            HttpServletRequest request,
            RedirectAttributes flash) {
        routing.addSigner(actor, seen.on(routeId), place, names.one(actor, request, "person"));
        return back(actor, routeId, flash, "已" + place.label() + "。");
    }

    @SignedIn
    @PostMapping("/signers/removed")
    String removeSigner(
            Actor actor,
            @PathVariable long routeId,
            Seen seen,
            @RequestParam String stepKey,
            @RequestParam int seatNo,
            RedirectAttributes flash) {
        routing.removeSigner(actor, seen.on(routeId), stepKey, seatNo);
        return back(actor, routeId, flash, "已减签。");
    }

    @SignedIn
    @PostMapping("/dispatches")
    String dispatch(
            Actor actor,
            @PathVariable long routeId,
            Seen seen,
            @RequestParam int seatNo,
            HttpServletRequest request,
            RedirectAttributes flash) {
        routing.dispatch(actor, seen.on(routeId), seatNo, names.one(actor, request, "person"));
        return back(actor, routeId, flash, "已指派。");
    }

    @SignedIn
    @PostMapping("/reassignments")
    String reassign(
            Actor actor,
            @PathVariable long routeId,
            Seen seen,
            @RequestParam String stepKey,
            @RequestParam int seatNo,
            @RequestParam String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        long person = names.one(actor, request, "person");
        routing.reassign(actor, seen.on(routeId), stepKey, seatNo, person, reason);
        return back(actor, routeId, flash, "已改派。");
    }

    @SignedIn
    @PostMapping("/remind")
    String remind(
            Actor actor,
            @PathVariable long routeId,
            @RequestParam UUID commandId,
            @RequestParam int taskNo,
            RedirectAttributes flash) {
        routing.remind(actor, commandId, routeId, taskNo);
        return back(actor, routeId, flash, "已催办。每件待办一天只能催办一次。");
    }

    @SignedIn
    @PostMapping("/suspensions")
    String suspend(
            Actor actor, @PathVariable long routeId, Seen seen, @RequestParam String reason, RedirectAttributes flash) {
        routing.suspend(actor, seen.on(routeId), reason);
        return back(actor, routeId, flash, "已挂起。法定期限不因此停止。");
    }

    @SignedIn
    @PostMapping("/resumptions")
    String resume(Actor actor, @PathVariable long routeId, Seen seen, RedirectAttributes flash) {
        routing.resume(actor, seen.on(routeId));
        return back(actor, routeId, flash, "已恢复办理。");
    }

    @SignedIn
    @PostMapping("/readings")
    String circulate(
            Actor actor,
            @PathVariable long routeId,
            @RequestParam UUID commandId,
            HttpServletRequest request,
            RedirectAttributes flash) {
        routing.circulate(actor, commandId, routeId, new HashSet<>(names.many(actor, request, "people")));
        return back(actor, routeId, flash, "已送传阅。");
    }

    @SignedIn
    @PostMapping("/readings/confirmed")
    String confirmReading(
            Actor actor, @PathVariable long routeId, @RequestParam UUID commandId, RedirectAttributes flash) {
        routing.confirmReading(actor, commandId, routeId);
        return back(actor, routeId, flash, "已阅。");
    }

    @SignedIn
    @PostMapping("/reopenings")
    String reopen(
            Actor actor,
            @PathVariable long routeId,
            Seen seen,
            @RequestParam String target,
            @RequestParam String reason,
            RedirectAttributes flash) {
        routing.reopen(actor, seen.on(routeId), target, false, reason);
        return back(actor, routeId, flash, "已重新办理，文号不变。");
    }

    @SignedIn
    @PostMapping("/voidings")
    String voidRoute(
            Actor actor,
            @PathVariable long routeId,
            Seen seen,
            @RequestParam String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        @Nullable
        Long approver =
                request.getParameter("approver") == null ? null : Long.valueOf(names.one(actor, request, "approver"));
        routing.voidRoute(actor, seen.on(routeId), reason, approver);
        return back(actor, routeId, flash, "已作废。已编的文号保留并登记为作废。");
    }

    /** whoever has passed the matter on may no longer see it: then to the inbox */
    private String back(Actor actor, long routeId, RedirectAttributes flash, String message) {
        flash.addFlashAttribute(Frame.MESSAGE, message);
        return routing.find(actor, routing.matterOf(routeId))
                .map(view -> "redirect:" + view.url())
                .orElse("redirect:/office/inbox");
    }

    /** nothing was done: back to the matter as it is now, with the reason and with what had been written */
    @ExceptionHandler({Refusal.class, InvalidInput.class})
    String refused(RuntimeException refusal, Actor actor, HttpServletRequest request, RedirectAttributes flash) {
        String written = request.getParameter("opinion");
        flash.addFlashAttribute("refusal", String.valueOf(refusal.getMessage()));
        flash.addFlashAttribute("opinion", written == null ? request.getParameter("reason") : written);
        long routeId = Long.parseLong(request.getRequestURI().replaceAll("^/office/routes/(\\d+)/.*$", "$1"));
        return routing.find(actor, routing.matterOf(routeId))
                .map(view -> "redirect:" + view.url())
                .orElse("redirect:/office/inbox");
    }

    @ExceptionHandler(PersonNames.Unclear.class)
    String ask(PersonNames.Unclear unclear, HttpServletRequest request, RedirectAttributes flash) {
        flash.addFlashAttribute("page", unclear.question());
        return "redirect:" + request.getRequestURI().replaceAll("^(/office/routes/\\d+)/.*$", "$1/person");
    }

    @SignedIn
    @GetMapping("/person")
    String which(Actor actor, @PathVariable long routeId, Model model) {
        return model.containsAttribute("page")
                ? "routing/choose-person"
                : routing.find(actor, routing.matterOf(routeId))
                        .map(view -> "redirect:" + view.url())
                        .orElse("redirect:/office/inbox");
    }
}
