package org.guanwu.foundation.organization.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.identity.SignedIn;
import org.guanwu.foundation.organization.AbsenceKind;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.OrganizationIntake.NewDelegation;
import org.guanwu.foundation.organization.StaffMember;
import org.guanwu.foundation.organization.domain.OrganizationEditing;
import org.guanwu.foundation.organization.domain.PersonRecords;
import org.guanwu.foundation.organization.domain.PresenceRegistration;
import org.guanwu.foundation.organization.web.PersonPage.PostChoice;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One person: posts, absence and delegation. Who may do what is for the use cases; the page shows what they allow. */
@Controller
@SignedIn
class PersonController {

    private static final int CHOICES = 20;

    private final Organization organization;
    private final OrganizationEditing editing;
    private final PresenceRegistration presence;
    private final PersonRecords records;
    private final Clock clock;

    PersonController(
            Organization organization,
            OrganizationEditing editing,
            PresenceRegistration presence,
            PersonRecords records,
            Clock clock) {
        this.organization = organization;
        this.editing = editing;
        this.presence = presence;
        this.records = records;
        this.clock = clock;
    }

    @GetMapping("/office/organization/people/{id}")
    ModelAndView show(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String find) {
        return page(actor, id, find, false, "", Map.of(), Map.of());
    }

    @GetMapping("/office/account/presence")
    ModelAndView own(Actor actor, @RequestParam(defaultValue = "") String find) {
        if (actor.personId() < 0) {
            throw new NotFound("presence of an account without a person");
        }
        return page(actor, actor.personId(), find, true, "", Map.of(), Map.of());
    }

    @PostMapping("/office/organization/people/{id}/absences")
    Object registerAbsence(
            Actor actor, @PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return act(actor, id, "absence", typed, redirect, "离岗已登记，新到的事项按代办安排转送。", () -> {
            LocalDate from = FieldTexts.date("from", text(typed, "from"));
            LocalDate until = FieldTexts.dateOrNull("until", text(typed, "until"));
            presence.registerAbsence(
                    actor,
                    id,
                    FieldTexts.choice("kind", text(typed, "kind"), AbsenceKind.class),
                    startOf(from),
                    until == null ? null : startOf(until.plusDays(1)),
                    text(typed, "note"));
        });
    }

    @PostMapping("/office/organization/people/{id}/absences/end")
    Object endAbsence(
            Actor actor, @PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return act(actor, id, "absence", typed, redirect, "已登记回岗。", () -> presence.endAbsence(actor, id));
    }

    @PostMapping("/office/organization/people/{id}/absences/{absenceId}/cancel")
    Object cancelAbsence(
            Actor actor,
            @PathVariable long id,
            @PathVariable long absenceId,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        return act(actor, id, "absence", typed, redirect, "登记已取消。", () -> presence.cancelAbsence(actor, id, absenceId));
    }

    @PostMapping("/office/organization/people/{id}/delegations")
    Object delegate(
            Actor actor, @PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return act(actor, id, "delegation", typed, redirect, "授权代办已登记。", () -> {
            LocalDate from = FieldTexts.date("from", text(typed, "from"));
            LocalDate until = FieldTexts.dateOrNull("until", text(typed, "until"));
            String matterType = text(typed, "matterType");
            presence.delegate(
                    actor,
                    new NewDelegation(
                            id,
                            FieldTexts.id("deputy", text(typed, "deputy"), "请先查找并选择代办人。"),
                            startOf(from),
                            until == null ? null : startOf(until.plusDays(1)),
                            typed.containsKey("onlyWhileAbsent"),
                            typed.containsKey("onward"),
                            matterType.isEmpty() ? null : matterType,
                            text(typed, "reason")));
        });
    }

    @PostMapping("/office/organization/people/{id}/delegations/{delegationId}/end")
    Object endDelegation(
            Actor actor,
            @PathVariable long id,
            @PathVariable long delegationId,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        return act(
                actor, id, "delegation", typed, redirect, "代办已终止。", () -> presence.endDelegation(actor, delegationId));
    }

    @PostMapping("/office/organization/people/{id}/assignments")
    Object assign(
            Actor actor, @PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return act(actor, id, "assignment", typed, redirect, "任岗已登记。", () -> {
            long post = FieldTexts.id("postId", text(typed, "postId"), "请先查找并选择岗位。");
            LocalDate from = FieldTexts.date("from", text(typed, "from"));
            if (typed.containsKey("principal")) {
                editing.transfer(actor, id, post, text(typed, "jobTitle"), FieldTexts.rank(text(typed, "rank")), from);
            } else {
                editing.assign(
                        actor,
                        id,
                        post,
                        text(typed, "jobTitle"),
                        FieldTexts.rank(text(typed, "rank")),
                        from,
                        FieldTexts.dateOrNull("lastDay", text(typed, "lastDay")));
            }
        });
    }

    @PostMapping("/office/organization/people/{id}/assignments/{assignmentId}/end")
    Object endAssignment(
            Actor actor,
            @PathVariable long id,
            @PathVariable long assignmentId,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        return act(
                actor,
                id,
                "assignment",
                typed,
                redirect,
                "兼任已终止。",
                () -> editing.endAssignment(actor, id, assignmentId, ChinaTime.dateOf(clock.instant())));
    }

    @PostMapping("/office/organization/people/{id}/leave")
    Object leave(
            Actor actor, @PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return act(
                actor,
                id,
                "leave",
                typed,
                redirect,
                "离职已登记，账号自该日起不能登录。",
                () -> editing.leave(actor, id, FieldTexts.date("leftOn", text(typed, "leftOn"))));
    }

    private Object act(
            Actor actor,
            long id,
            String form,
            Map<String, String> typed,
            RedirectAttributes redirect,
            String message,
            Runnable useCase) {
        boolean isSelf = "own".equals(typed.get("page")) && actor.personId() == id;
        try {
            useCase.run();
        } catch (InvalidInput input) {
            var view =
                    page(actor, id, text(typed, "find"), isSelf, form, Map.copyOf(typed), FieldTexts.messages(input));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        redirect.addFlashAttribute("message", message);
        return "redirect:" + (isSelf ? "/office/account/presence" : "/office/organization/people/" + id);
    }

    private ModelAndView page(
            Actor actor,
            long id,
            String find,
            boolean isSelf,
            String form,
            Map<String, String> typed,
            Map<String, String> problems) {
        StaffMember person = organization.getPerson(id);
        LocalDate today = ChinaTime.dateOf(clock.instant());
        boolean mayEdit = !isSelf && actor.may(Permission.ORGANIZATION_EDIT, person.unitPath());
        var page = new PersonPage(
                person,
                organization.staffing().left().contains(id),
                records.listAssignments(id),
                records.listAbsences(id),
                records.listDelegations(id),
                isSelf,
                mayEdit,
                presence.mayRegisterFor(actor, person),
                today.toString(),
                find,
                findPeople(find, today),
                mayEdit ? findPosts(find, today) : List.of(),
                form,
                typed,
                problems);
        return new ModelAndView(isSelf ? "organization/presence" : "organization/person", Map.of("page", page));
    }

    private List<StaffMember> findPeople(String find, LocalDate today) {
        return find.isBlank()
                ? List.of()
                : organization.listUnits(today).stream()
                        .filter(u -> u.parentId() == null)
                        .flatMap(u -> organization.searchPeople(find, u.id(), today, CHOICES).stream())
                        .limit(CHOICES)
                        .toList();
    }

    private List<PostChoice> findPosts(String find, LocalDate today) {
        return find.isBlank()
                ? List.of()
                : organization.listUnits(today).stream()
                        .filter(u -> u.name().contains(find.strip()))
                        .flatMap(u -> organization.listPosts(u.id()).stream()
                                .map(p -> new PostChoice(p.id(), u.name() + " " + p.name())))
                        .limit(CHOICES)
                        .toList();
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ChinaTime.ZONE).toInstant();
    }

    private static String text(Map<String, String> typed, String field) {
        return FieldTexts.clean(typed.getOrDefault(field, ""));
    }
}
