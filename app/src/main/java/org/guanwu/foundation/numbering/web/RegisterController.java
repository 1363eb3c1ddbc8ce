package org.guanwu.foundation.numbering.web;

import java.util.List;
import java.util.Optional;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.identity.Requires;
import org.guanwu.foundation.numbering.DocumentNumber;
import org.guanwu.foundation.numbering.Numbering;
import org.guanwu.foundation.numbering.domain.NumberRegister;
import org.guanwu.foundation.numbering.domain.NumberRegister.KeptRule;
import org.guanwu.foundation.numbering.domain.NumberRegister.Search;
import org.guanwu.foundation.numbering.domain.RegisterEntry;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.Page;
import org.guanwu.foundation.web.Frame;
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
import org.springframework.web.util.UriComponentsBuilder;

@Controller
class RegisterController {

    private static final int SIZE = 100;

    private final NumberRegister register;
    private final Numbering numbering;

    RegisterController(NumberRegister register, Numbering numbering) {
        this.register = register;
        this.numbering = numbering;
    }

    @Requires({Permission.NUMBER_RULE_EDIT, Permission.NUMBER_VOID, Permission.DOCUMENT_NUMBER})
    @GetMapping(RegisterPage.PATH)
    String list(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Optional<DocumentNumber> typed = DocumentNumber.parse(q);
        Optional<Integer> inYear = year(year);
        boolean isVoidOnly = "void".equals(state);
        var search = new Search(
                typed.map(DocumentNumber::authorityCode).orElse(code.isEmpty() ? null : code),
                typed.map(DocumentNumber::year).or(() -> inYear).orElse(null),
                typed.map(DocumentNumber::serial).orElse(null),
                isVoidOnly);
        String hint = !q.isBlank() && typed.isEmpty()
                ? "没有认出文号。请写全代字、年份和序号，例如 云关办发2026 72，括号和空格不限。"
                : inYear.isEmpty() && !year.isBlank() ? "年份应为四位数字。" : "";
        Page<RegisterEntry> page =
                hint.isEmpty() ? register.list(actor, search, cursor, SIZE) : new Page<>(List.of(), null, null);
        model.addAttribute(
                "page",
                new RegisterPage(
                        q,
                        code,
                        year,
                        isVoidOnly,
                        register.listKept(actor).stream()
                                .map(KeptRule::rule)
                                .map(rule -> rule.authorityCode())
                                .toList(),
                        hint.isEmpty() ? register.count(actor, search) : 0,
                        page.rows().stream().map(RegisterPage.Row::of).toList(),
                        page.next() == null ? null : next(q, code, year, state, page.next()),
                        hint));
        return "numbering/register";
    }

    @Requires({Permission.NUMBER_RULE_EDIT, Permission.NUMBER_VOID, Permission.DOCUMENT_NUMBER})
    @GetMapping(RegisterPage.PATH + "/gaps")
    String gaps(Actor actor, Model model) {
        model.addAttribute("statements", register.listGaps(actor));
        return "numbering/gaps";
    }

    @Requires({Permission.NUMBER_RULE_EDIT, Permission.NUMBER_VOID, Permission.DOCUMENT_NUMBER})
    @GetMapping(RegisterPage.PATH + "/{code}/{year}/{serial}")
    String show(
            Actor actor,
            @PathVariable String code,
            @PathVariable String year,
            @PathVariable String serial,
            Model model) {
        model.addAttribute("page", page(actor, number(code, year, serial), "", "", List.of()));
        return "numbering/number";
    }

    @Requires(Permission.NUMBER_VOID)
    @PostMapping(RegisterPage.PATH + "/{code}/{year}/{serial}/voiding")
    ModelAndView voidNumber(
            Actor actor,
            @PathVariable String code,
            @PathVariable String year,
            @PathVariable String serial,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String approver,
            RedirectAttributes flash) {
        DocumentNumber number = number(code, year, serial);
        RegisterEntry entry = register.get(actor, number);
        try {
            numbering.voidNumber(actor, number, reason.replace("\0", ""), approver.replace("\0", ""));
        } catch (InvalidInput invalid) {
            var view = new ModelAndView("numbering/number");
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            view.addObject("page", page(actor, number, reason, approver, invalid.problems()));
            return view;
        }
        flash.addFlashAttribute(
                Frame.MESSAGE, entry.voiding() == null ? number + "已作废，号码保留在台账中，不再使用。" : number + "此前已作废，没有改动。");
        return new ModelAndView("redirect:" + RegisterPage.Row.of(entry).url());
    }

    private NumberPage page(
            Actor actor, DocumentNumber number, String reason, String approver, List<FieldProblem> problems) {
        RegisterEntry entry = register.get(actor, number);
        return new NumberPage(
                RegisterPage.Row.of(entry),
                entry.voiding() == null && actor.may(Permission.NUMBER_VOID),
                reason,
                approver,
                problems);
    }

    private static DocumentNumber number(String code, String year, String serial) {
        return new DocumentNumber(
                code.replace("\0", ""),
                Math.toIntExact(id(year) % 10_000),
                Math.toIntExact(id(serial) % 1_000_000_000));
    }

    /** @throws NotFound for what is no id */
    static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notAnId) {
            throw new NotFound("id " + text);
        }
    }

    private static Optional<Integer> year(String text) {
        return text.strip().matches("\\d{4}") ? Optional.of(Integer.valueOf(text.strip())) : Optional.empty();
    }

    private static String next(String q, String code, String year, String state, String cursor) {
        return UriComponentsBuilder.fromPath(RegisterPage.PATH)
                .queryParam("q", "{q}")
                .queryParam("code", "{code}")
                .queryParam("year", "{year}")
                .queryParam("state", "{state}")
                .queryParam("cursor", "{cursor}")
                .encode()
                .buildAndExpand(q, code, year, state, cursor)
                .toUriString();
    }
}
