package org.guanwu.foundation.organization.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.SignedIn;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.Post;
import org.guanwu.foundation.organization.StaffMember;
import org.guanwu.foundation.organization.Unit;
import org.guanwu.foundation.shared.ChinaTime;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The organization for other systems: what every signed-in person may see on screen. */
@RestController
@SignedIn
class OrganizationApiController {

    private static final int FOUND = 50;

    private final Organization organization;
    private final Clock clock;

    OrganizationApiController(Organization organization, Clock clock) {
        this.organization = organization;
        this.clock = clock;
    }

    @GetMapping("/api/v1/office/organization/units")
    List<Unit> units(Actor actor, @RequestParam(defaultValue = "") String on) {
        return organization.listUnits(day(on));
    }

    @GetMapping("/api/v1/office/organization/units/{id}/posts")
    List<Post> posts(Actor actor, @PathVariable long id) {
        return organization.listPosts(organization.getUnit(id).id());
    }

    @GetMapping("/api/v1/office/organization/units/{id}/people")
    List<StaffMember> people(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String text) {
        return organization.searchPeople(text, organization.getUnit(id).id(), day(""), FOUND);
    }

    private LocalDate day(String on) {
        LocalDate wanted = FieldTexts.dateOrNull("on", on);
        return wanted == null ? ChinaTime.dateOf(clock.instant()) : wanted;
    }
}
