package org.guanwu.foundation.numbering.web;

import java.time.Clock;
import java.util.List;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.identity.Requires;
import org.guanwu.foundation.numbering.NumberRule;
import org.guanwu.foundation.numbering.domain.NumberRegister;
import org.guanwu.foundation.numbering.domain.NumberRegister.KeptRule;
import org.guanwu.foundation.numbering.domain.NumberRuleKeeping;
import org.guanwu.foundation.numbering.web.NumberRulePage.UnitChoice;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.InvalidInput.FieldProblem;
import org.guanwu.foundation.shared.StaleVersion;
import org.guanwu.foundation.web.Frame;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class NumberRuleController {

    private static final String PATH = "/office/number-rules";

    private final NumberRuleKeeping keeping;
    private final NumberRegister register;
    private final Organization organization;
    private final Clock clock;

    NumberRuleController(NumberRuleKeeping keeping, NumberRegister register, Organization organization, Clock clock) {
        this.keeping = keeping;
        this.register = register;
        this.organization = organization;
        this.clock = clock;
    }

    @Requires({Permission.NUMBER_RULE_EDIT, Permission.NUMBER_VOID, Permission.DOCUMENT_NUMBER})
    @GetMapping(PATH)
    String list(Actor actor, Model model) {
        int year = year();
        model.addAttribute(
                "page",
                new NumberRuleListPage(
                        year,
                        register.listKept(actor).stream()
                                .map(kept -> row(kept, year))
                                .toList()));
        return "numbering/rules";
    }

    @Requires(Permission.NUMBER_RULE_EDIT)
    @GetMapping(PATH + "/new")
    String blank(Actor actor, Model model) {
        model.addAttribute("page", new NumberRulePage(NumberRuleForm.blank(year()), units(actor), List.of(), ""));
        return "numbering/rule";
    }

    @Requires(Permission.NUMBER_RULE_EDIT)
    @GetMapping(PATH + "/{id}")
    String show(Actor actor, @PathVariable String id, Model model) {
        NumberRule rule = keeping.get(RegisterController.id(id));
        actor.requireToSee(
                Permission.NUMBER_RULE_EDIT, organization.getUnit(rule.unitId()).path());
        model.addAttribute(
                "page",
                new NumberRulePage(
                        NumberRuleForm.of(rule),
                        units(actor),
                        List.of(),
                        register.previewNext(rule, year()).toString()));
        return "numbering/rule";
    }

    @Requires(Permission.NUMBER_RULE_EDIT)
    @PostMapping(PATH)
    ModelAndView save(Actor actor, NumberRuleForm form, RedirectAttributes flash) {
        try {
            NumberRule saved = keeping.save(actor, form.rule());
            flash.addFlashAttribute(Frame.MESSAGE, "已保存“" + saved.authorityCode() + "”的编号规则。");
            return new ModelAndView("redirect:" + PATH);
        } catch (InvalidInput invalid) {
            return again(actor, form, invalid.problems(), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (StaleVersion stale) {
            return again(
                    actor, form, List.of(new FieldProblem("", stale.getMessage())), HttpStatus.PRECONDITION_FAILED);
        }
    }

    private ModelAndView again(Actor actor, NumberRuleForm form, List<FieldProblem> problems, HttpStatus status) {
        var view = new ModelAndView("numbering/rule");
        view.setStatus(status);
        view.addObject("page", new NumberRulePage(form, units(actor), problems, ""));
        return view;
    }

    private NumberRuleListPage.Row row(KeptRule kept, int year) {
        NumberRule rule = kept.rule();
        Integer to = rule.effectiveTo();
        return new NumberRuleListPage.Row(
                rule.id(),
                rule.authorityCode(),
                kept.unit().name(),
                StatutoryTypes.words(rule.documentTypes()),
                rule.layout().label(),
                rule.isYearly() ? "按年，自 " + rule.firstSerial() + " 号起" : "跨年连续，自 " + rule.firstSerial() + " 号起",
                to == null ? rule.effectiveFrom() + " 年起" : rule.effectiveFrom() + " 至 " + to + " 年",
                rule.isEffectiveIn(year),
                rule.isEffectiveIn(year) ? register.previewNext(rule, year).toString() : "");
    }

    private List<UnitChoice> units(Actor actor) {
        return organization.listUnits(ChinaTime.dateOf(clock.instant())).stream()
                .filter(unit -> actor.may(Permission.NUMBER_RULE_EDIT, unit.path()))
                .map(unit -> new UnitChoice(String.valueOf(unit.id()), unit.name()))
                .toList();
    }

    private int year() {
        return ChinaTime.dateOf(clock.instant()).getYear();
    }
}
