package org.guanwu.foundation.routing.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.StaffMember;
import org.jspecify.annotations.Nullable;

/** People of one page, each asked for once. */
final class Names {

    private final Organization organization;
    private final Map<Long, Optional<StaffMember>> known = new HashMap<>();

    Names(Organization organization) {
        this.organization = organization;
    }

    private Optional<StaffMember> find(@Nullable Long person) {
        return person == null ? Optional.empty() : known.computeIfAbsent(person, organization::findPerson);
    }

    String name(@Nullable Long person) {
        return find(person).map(StaffMember::name).orElse("");
    }

    String unit(@Nullable Long person) {
        return find(person).map(StaffMember::unitName).orElse("");
    }

    String jobTitle(@Nullable Long person) {
        return find(person).map(StaffMember::jobTitle).orElse("");
    }
}
