package org.guanwu.foundation.routing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.identity.Requires;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.StaffMember;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.foundation.routing.ForecastStep;
import org.guanwu.foundation.routing.domain.TemplateDraft;
import org.guanwu.foundation.routing.domain.TemplateEditing;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
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

/** 流程模板: a list, not a canvas. Every button saves what was typed first. */
@Controller
@Requires(Permission.ROUTE_TEMPLATE_EDIT)
class TemplateController {

    static final String PATH = "/office/route-templates";

    private final TemplateEditing editing;
    private final Organization organization;
    private final Clock clock;

    TemplateController(TemplateEditing editing, Organization organization, Clock clock) {
        this.editing = editing;
        this.organization = organization;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String list(Actor actor, Model model) {
        model.addAttribute("lines", editing.list(actor));
        model.addAttribute("units", units(actor));
        return "routing/templates";
    }

    private List<Unit> units(Actor actor) {
        return organization.listUnits(ChinaTime.dateOf(clock.instant())).stream()
                .filter(unit -> actor.may(Permission.ROUTE_TEMPLATE_EDIT, unit.path()))
                .toList();
    }

    @PostMapping(PATH)
    String create(
            Actor actor,
            @RequestParam String code,
            @RequestParam String name,
            @RequestParam long unitId,
            @RequestParam String matterType,
            @RequestParam(defaultValue = "") String documentType) {
        editing.create(actor, code.strip(), name, unitId, matterType.strip(), documentType.strip());
        return "redirect:" + PATH + "/" + code.strip();
    }

    @GetMapping(PATH + "/{code}")
    String edit(
            Actor actor,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String drafter,
            @RequestParam(name = "with", required = false) @Nullable List<String> attributes,
            Model model) {
        TemplateDraft draft = editing.get(actor, code);
        model.addAttribute("page", page(draft, drafter.strip(), attributes == null ? List.of() : attributes));
        return "routing/template";
    }

    private TemplatePage page(TemplateDraft draft, String drafter, List<String> attributes) {
        List<ForecastStep> trial = new ArrayList<>();
        @Nullable String note = null;
        if (!drafter.isEmpty()) {
            List<StaffMember> people = people(draft, drafter);
            if (people.size() == 1) {
                try {
                    trial.addAll(editing.forecast(draft, people.getFirst().id(), Set.copyOf(attributes)));
                } catch (IllegalArgumentException unfinished) {
                    note = "草稿还不能试走，请先改正各步的问题。";
                }
            } else {
                note = people.isEmpty() ? "没有找到“" + drafter + "”。" : "“" + drafter + "”不止一人，请写全名。";
            }
        }
        return new TemplatePage(
                draft,
                organization.getUnit(draft.unitId()).name(),
                editing.countUnderWay(draft),
                editing.check(draft),
                editing.suggestions(draft),
                TemplateForm.conditions(draft),
                drafter,
                note,
                trial);
    }

    private List<StaffMember> people(TemplateDraft draft, String name) {
        return organization.searchPeople(name, draft.unitId(), ChinaTime.dateOf(clock.instant()), 5).stream()
                .filter(p -> p.name().equals(name))
                .toList();
    }

    @PostMapping(PATH + "/{code}")
    ModelAndView save(Actor actor, @PathVariable String code, HttpServletRequest request, RedirectAttributes flash) {
        var form = new TemplateForm(request);
        TemplateDraft saved = editing.save(actor, form.over(editing.get(actor, code)));
        if (!form.button().equals("publish")) {
            return new ModelAndView("redirect:" + PATH + "/" + code);
        }
        try {
            int revision = editing.publish(actor, saved).revision();
            flash.addFlashAttribute(Frame.MESSAGE, "第 " + revision + " 版已启用；在途的仍按原来的版本走完。");
            return new ModelAndView("redirect:" + PATH + "/" + code);
        } catch (InvalidInput problems) {
            var view = new ModelAndView("routing/template", HttpStatus.UNPROCESSABLE_CONTENT);
            view.addObject("page", page(saved, "", List.of()));
            return view;
        }
    }
}
