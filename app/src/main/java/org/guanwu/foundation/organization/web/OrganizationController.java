package org.guanwu.foundation.organization.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.identity.SignedIn;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.StaffMember;
import org.guanwu.foundation.organization.domain.PersonRecords;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 机构人员: the tree, for everybody who is signed in. */
@Controller
@SignedIn
class OrganizationController {

    private static final int FOUND = 50;

    private final Organization organization;
    private final PersonRecords records;
    private final Clock clock;

    OrganizationController(Organization organization, PersonRecords records, Clock clock) {
        this.organization = organization;
        this.records = records;
        this.clock = clock;
    }

    @GetMapping("/office/organization")
    String tree(
            Actor actor,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String find,
            Model model) {
        LocalDate day = day(on);
        var counts = records.countPeople(day);
        var lines = organization.listUnits(day).stream()
                .map(u -> new OrganizationPage.Line(
                        u, (int) u.path().chars().filter(c -> c == '/').count() - 2, counts.getOrDefault(u.id(), 0L)))
                .toList();
        model.addAttribute(
                "page",
                new OrganizationPage(
                        day.toString(),
                        lines,
                        find,
                        people(find, lines, day),
                        actor.may(Permission.ORGANIZATION_EDIT)));
        return "organization/tree";
    }

    private List<StaffMember> people(String find, List<OrganizationPage.Line> lines, LocalDate day) {
        return find.isBlank()
                ? List.of()
                : lines.stream()
                        .filter(l -> l.depth() == 0)
                        .flatMap(l -> organization.searchPeople(find, l.unit().id(), day, FOUND).stream())
                        .limit(FOUND)
                        .toList();
    }

    /** a day that nobody can read is today: the page is a look-up, not a form */
    private LocalDate day(String on) {
        LocalDate today = ChinaTime.dateOf(clock.instant());
        try {
            LocalDate wanted = FieldTexts.dateOrNull("on", on);
            return wanted == null ? today : wanted;
        } catch (InvalidInput unreadable) {
            return today;
        }
    }
}
