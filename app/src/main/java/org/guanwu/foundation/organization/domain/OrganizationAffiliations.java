package org.guanwu.foundation.organization.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guanwu.foundation.identity.Affiliation;
import org.guanwu.foundation.identity.Affiliations;
import org.guanwu.foundation.organization.Organization;
import org.guanwu.foundation.organization.StaffMember;
import org.guanwu.foundation.shared.ChinaTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what identity asks: it stands below and cannot ask itself. */
@Component
class OrganizationAffiliations implements Affiliations {

    private final Organization organization;
    private final JdbcClient jdbc;
    private final Clock clock;

    OrganizationAffiliations(Organization organization, JdbcClient jdbc, Clock clock) {
        this.organization = organization;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Affiliation> find(long personId) {
        boolean isEmployed = jdbc.sql(
                        "select 1 from organization.person where id = :id and (left_on is null or left_on > :today)")
                .param("id", personId)
                .param("today", today())
                .query(Integer.class)
                .optional()
                .isPresent();
        return isEmployed ? organization.findPerson(personId).map(OrganizationAffiliations::of) : Optional.empty();
    }

    @Override
    public List<Affiliation> search(String text, int limit) {
        return jdbc
                .sql(OrganizationDirectory.PERSON + """
                        where p.employed_from <= :on and (p.left_on is null or p.left_on > :on)
                          and (position(:text in p.name) > 0 or position(:text in n.name) > 0)
                        order by p.name, p.id limit :limit""")
                .param("text", text.strip().replace("\0", ""))
                .param("on", today())
                .param("now", Timestamp.from(clock.instant()))
                .param("limit", limit)
                .query(OrganizationDirectory::person)
                .list()
                .stream()
                .map(OrganizationAffiliations::of)
                .toList();
    }

    @Override
    public Map<Long, String> listUnitPaths(Collection<Long> unitIds) {
        if (unitIds.isEmpty()) {
            return Map.of();
        }
        record UnitPath(long id, String path) {}
        return jdbc
                .sql("select id, path from organization.unit where id in (:ids)")
                .param("ids", unitIds)
                .query(UnitPath.class)
                .list()
                .stream()
                .collect(Collectors.toMap(UnitPath::id, UnitPath::path));
    }

    @Override
    public List<UnitChoice> listUnits() {
        return organization.listUnits(today()).stream()
                .map(u -> new UnitChoice(
                        u.id(),
                        u.name(),
                        u.path(),
                        (int) u.path().chars().filter(c -> c == '/').count() - 2))
                .toList();
    }

    private LocalDate today() {
        return ChinaTime.dateOf(clock.instant());
    }

    private static Affiliation of(StaffMember person) {
        return new Affiliation(person.id(), person.name(), person.unitId(), person.unitName(), person.unitPath());
    }
}
