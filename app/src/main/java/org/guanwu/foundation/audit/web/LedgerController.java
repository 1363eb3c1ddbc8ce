package org.guanwu.foundation.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import org.guanwu.foundation.audit.domain.LedgerExport;
import org.guanwu.foundation.audit.domain.LedgerFilter;
import org.guanwu.foundation.audit.domain.LedgerReading;
import org.guanwu.foundation.audit.domain.LedgerVerification;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.identity.Requires;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
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
class LedgerController {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm");

    private final LedgerReading reading;
    private final LedgerVerification verification;
    private final LedgerExport export;
    private final LedgerPages pages;
    private final Clock clock;

    LedgerController(
            LedgerReading reading,
            LedgerVerification verification,
            LedgerExport export,
            LedgerPages pages,
            Clock clock) {
        this.reading = reading;
        this.verification = verification;
        this.export = export;
        this.pages = pages;
        this.clock = clock;
    }

    @Requires(Permission.LEDGER_READ)
    @GetMapping("/office/ledger")
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String object,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable String cursor,
            Model model,
            HttpServletResponse response) {
        var typed = new LedgerPage.Filter(object, person, act, from, to);
        var problems = new LinkedHashMap<String, String>();
        LedgerPage page;
        try {
            var filter = new LedgerFilter(object, person, act, date("from", from), date("to", to));
            page = pages.page(actor, typed, reading.list(actor, filter, cursor));
        } catch (InvalidInput invalid) {
            invalid.problems().forEach(p -> problems.put(p.field(), p.message()));
            response.setStatus(422);
            page = pages.refused(actor, typed, problems);
        }
        model.addAttribute("page", page);
        return "audit/ledger";
    }

    @Requires(Permission.LEDGER_READ)
    @GetMapping("/office/ledger/{seq}")
    String entry(Actor actor, @PathVariable long seq, Model model) {
        model.addAttribute("page", pages.entry(actor, reading.get(actor, seq)));
        return "audit/ledger-entry";
    }

    @Requires(Permission.LEDGER_READ)
    @PostMapping("/office/ledger/verifications")
    String verify(Actor actor, RedirectAttributes redirect) {
        boolean isIntact = verification.verify(actor).isIntact();
        redirect.addFlashAttribute(Frame.MESSAGE, isIntact ? "已核验全部记录，没有发现改动。" : "核验发现断点，见右侧结果。");
        return "redirect:/office/ledger";
    }

    @Requires(Permission.LEDGER_EXPORT)
    @PostMapping("/office/ledger/exports")
    void export(Actor actor, HttpServletResponse response) throws IOException {
        export.announce(actor);
        String name = "ledger-" + STAMP.format(ChinaTime.at(clock.instant())) + ".jsonl.gz";
        response.setContentType("application/gzip");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("Cache-Control", "no-store");
        export.write(response.getOutputStream());
    }

    private static @Nullable LocalDate date(String field, String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException notADate) {
            throw new InvalidInput(field, "日期应形如 2026-10-14。");
        }
    }
}
