package org.guanwu.foundation.identity.domain;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guanwu.foundation.identity.Affiliations;
import org.guanwu.foundation.identity.Affiliations.UnitChoice;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Read side of grants for pages. */
@Component
public class GrantViews {

    private final RoleGrants grants;
    private final Roles roles;
    private final Affiliations affiliations;
    private final Clock clock;

    GrantViews(RoleGrants grants, Roles roles, Affiliations affiliations, Clock clock) {
        this.grants = grants;
        this.roles = roles;
        this.affiliations = affiliations;
        this.clock = clock;
    }

    public List<GrantView> listOf(long accountId) {
        var names = unitNames();
        return grants.listOf(accountId, ChinaTime.dateOf(clock.instant())).stream()
                .map(g -> view(g, names))
                .toList();
    }

    public Page<GrantView> listOfRole(String roleCode, @Nullable String cursor) {
        var names = unitNames();
        return roles.listGrants(roleCode, cursor).map(g -> view(g, names));
    }

    public List<UnitChoice> listUnits() {
        return affiliations.listUnits();
    }

    private Map<Long, String> unitNames() {
        return affiliations.listUnits().stream().collect(Collectors.toMap(UnitChoice::id, UnitChoice::name));
    }

    private static GrantView view(RoleGrant grant, Map<Long, String> names) {
        Long unit = grant.unitId();
        return new GrantView(grant, unit == null ? "全系统" : names.getOrDefault(unit, "单位 " + unit));
    }
}
