package org.guanwu.foundation.organization.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.identity.Requires;
import org.guanwu.foundation.identity.SignedIn;
import org.guanwu.foundation.organization.CustomsTier;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.OrganizationIntake.NewPerson;
import org.guanwu.foundation.organization.OrganizationIntake.NewUnit;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.foundation.organization.UnitLevel;
import org.guanwu.foundation.organization.domain.OrganizationEditing;
import org.guanwu.foundation.organization.domain.PersonRecords;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One unit: its posts and people, its units, its names; and the forms of whoever keeps them. */
@Controller
@Requires(Permission.ORGANIZATION_EDIT)
class UnitController {

    private static final String HERE = "redirect:/office/organization/units/";

    private final Organization organization;
    private final OrganizationEditing editing;
    private final PersonRecords records;
    private final Clock clock;

    UnitController(Organization organization, OrganizationEditing editing, PersonRecords records, Clock clock) {
        this.organization = organization;
        this.editing = editing;
        this.records = records;
        this.clock = clock;
    }

    @SignedIn
    @GetMapping("/office/organization/units/{id}")
    ModelAndView show(Actor actor, @PathVariable long id) {
        return page(actor, id, "", Map.of(), Map.of());
    }

    @PostMapping("/office/organization/roots")
    String openRoot(Actor actor, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        long id = editing.openUnit(
                actor,
                new NewUnit(
                        text(typed, "code"),
                        text(typed, "name"),
                        text(typed, "shortName"),
                        FieldTexts.choice("tier", text(typed, "tier"), CustomsTier.class),
                        UnitLevel.AUTHORITY,
                        null,
                        0,
                        FieldTexts.date("effectiveFrom", text(typed, "effectiveFrom"))));
        redirect.addFlashAttribute("message", "单位已设立。");
        return HERE + id;
    }

    @PostMapping("/office/organization/units/{id}/units")
    Object openSubunit(
            Actor actor, @PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        try {
            editing.openUnit(
                    actor,
                    new NewUnit(
                            text(typed, "code"),
                            text(typed, "name"),
                            text(typed, "shortName"),
                            FieldTexts.choice("tier", text(typed, "tier"), CustomsTier.class),
                            FieldTexts.choice("level", text(typed, "level"), UnitLevel.class),
                            id,
                            0,
                            FieldTexts.date("effectiveFrom", text(typed, "effectiveFrom"))));
        } catch (InvalidInput input) {
            return failed(actor, id, "unit", typed, input);
        }
        redirect.addFlashAttribute("message", "已设立下属单位“" + text(typed, "name") + "”。");
        return HERE + id;
    }

    @PostMapping("/office/organization/units/{id}/name")
    Object rename(
            Actor actor, @PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        try {
            editing.renameUnit(
                    actor,
                    id,
                    text(typed, "name"),
                    text(typed, "shortName"),
                    FieldTexts.date("effectiveFrom", text(typed, "effectiveFrom")));
        } catch (InvalidInput input) {
            return failed(actor, id, "name", typed, input);
        }
        redirect.addFlashAttribute("message", "名称已登记，原名称保留在沿革中。");
        return HERE + id;
    }

    @PostMapping("/office/organization/units/{id}/close")
    Object close(
            Actor actor, @PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        try {
            editing.closeUnit(
                    actor,
                    id,
                    FieldTexts.date("lastDay", text(typed, "lastDay")),
                    FieldTexts.idOrNull("successor", text(typed, "successor")));
        } catch (InvalidInput input) {
            return failed(actor, id, "close", typed, input);
        }
        redirect.addFlashAttribute("message", "单位的撤销日已登记，记录全部保留。");
        return HERE + id;
    }

    @PostMapping("/office/organization/units/{id}/posts")
    Object openPost(
            Actor actor, @PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        try {
            editing.openPost(
                    actor,
                    id,
                    text(typed, "code"),
                    text(typed, "name"),
                    FieldTexts.date("effectiveFrom", text(typed, "effectiveFrom")));
        } catch (InvalidInput input) {
            return failed(actor, id, "post", typed, input);
        }
        redirect.addFlashAttribute("message", "已设岗位“" + text(typed, "name") + "”。");
        return HERE + id;
    }

    @PostMapping("/office/organization/units/{id}/people")
    Object employ(
            Actor actor, @PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        try {
            String number = text(typed, "staffNumber");
            // the number is what makes pressing twice harmless
            if (number.isEmpty()) {
                throw new InvalidInput("staffNumber", "请填写工号。");
            }
            editing.employ(
                    actor,
                    new NewPerson(
                            text(typed, "name"),
                            number,
                            FieldTexts.id("postId", text(typed, "postId"), "请选择岗位。"),
                            text(typed, "jobTitle"),
                            FieldTexts.rank(text(typed, "rank")),
                            FieldTexts.date("employedFrom", text(typed, "employedFrom"))));
        } catch (InvalidInput input) {
            return failed(actor, id, "person", typed, input);
        }
        redirect.addFlashAttribute("message", text(typed, "name") + "已登记。账号由系统管理员另行开立。");
        return HERE + id;
    }

    private ModelAndView failed(Actor actor, long id, String form, Map<String, String> typed, InvalidInput input) {
        var view = page(actor, id, form, typed, FieldTexts.messages(input));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView page(
            Actor actor, long id, String form, Map<String, String> typed, Map<String, String> problems) {
        Unit unit = organization.getUnit(id);
        LocalDate today = ChinaTime.dateOf(clock.instant());
        Long parentId = unit.parentId();
        var page = new UnitPage(
                unit,
                parentId == null ? null : organization.getUnit(parentId),
                organization.listSubtree(id, today).stream()
                        .filter(u -> Long.valueOf(id).equals(u.parentId()))
                        .toList(),
                organization.listPosts(id).stream()
                        .map(p -> new UnitPage.Staffed(p, organization.listHolders(p.id(), today)))
                        .toList(),
                records.listNames(id),
                actor.may(Permission.ORGANIZATION_EDIT, unit.path()),
                form,
                typed,
                problems);
        return new ModelAndView("organization/unit", Map.of("page", page, "today", today.toString()));
    }

    private static String text(Map<String, String> typed, String field) {
        return FieldTexts.clean(typed.getOrDefault(field, ""));
    }
}
