package org.guanwu.foundation.identity.domain;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Affiliation;
import org.guanwu.foundation.identity.Affiliations;
import org.guanwu.foundation.identity.ApiTokens;
import org.guanwu.foundation.identity.People;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.shared.ChinaTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * From account to Actor: a handful of look-ups by key, done again for each request and cached nowhere, so that a right
 * that was taken away is gone at the next click on every node.
 */
@Service
public class ActorDirectory implements People {

    /** paths begin with a slash, so this prefix holds everywhere */
    private static final String WHOLE_SYSTEM = "/";

    private final AccountRepository accounts;
    private final JdbcClient jdbc;
    private final Affiliations affiliations;
    private final Clock clock;

    ActorDirectory(AccountRepository accounts, JdbcClient jdbc, Affiliations affiliations, Clock clock) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.affiliations = affiliations;
        this.clock = clock;
    }

    /**
     * @param hasSecondFactor administration rights count only in a session that was opened with one
     * @param scopes of a token; null for a session
     */
    public Optional<Actor> findActorOfAccount(
            long accountId, boolean hasSecondFactor, @Nullable Set<String> scopes, String address) {
        return accounts.find(accountId).flatMap(a -> actor(a, address, p -> counts(p, hasSecondFactor, scopes)));
    }

    @Override
    public Optional<Actor> findActor(long personId) {
        return accounts.findByPerson(personId).flatMap(a -> actor(a, "", p -> true));
    }

    @Override
    public Optional<Actor> findActorByAccount(String accountName) {
        return accounts.findByName(accountName).flatMap(a -> actor(a, "", p -> true));
    }

    @Override
    public List<Long> listHolders(Permission permission, String unitPath) {
        record Holder(long personId, @Nullable Long unitId) {}
        var holders = jdbc.sql("""
                        select a.person_id, g.unit_id
                          from identity.role_grant g
                          join identity.account a on a.id = g.account_id
                          join identity.role_permission p on p.role_code = g.role_code
                         where p.permission = ? and a.state = 'ACTIVE' and a.person_id is not null
                           and g.revoked_at is null and ? between g.valid_from and coalesce(g.valid_until, 'infinity')
                         order by a.person_id""")
                .params(permission.name(), Date.valueOf(today()))
                .query((row, n) -> new Holder(row.getLong(1), row.getObject(2, Long.class)))
                .list();
        var paths = affiliations.listUnitPaths(
                holders.stream().map(Holder::unitId).filter(Objects::nonNull).collect(Collectors.toSet()));
        return holders.stream()
                .filter(h -> h.unitId() == null
                        || paths.containsKey(h.unitId()) && unitPath.startsWith(paths.get(h.unitId())))
                .map(Holder::personId)
                .distinct()
                .toList();
    }

    private static boolean counts(Permission permission, boolean hasSecondFactor, @Nullable Set<String> scopes) {
        boolean isBusiness = permission.group() == Permission.Group.BUSINESS;
        return (isBusiness || hasSecondFactor)
                && (scopes == null
                        || scopes.contains(permission.name())
                        || isBusiness && scopes.contains(ApiTokens.ALL_BUSINESS));
    }

    private Optional<Actor> actor(Account account, String address, Predicate<Permission> counts) {
        if (!account.isActive()) {
            return Optional.empty();
        }
        if (account.personId() == null) {
            return Optional.of(new Actor(
                    account.id(),
                    account.actingPersonId(),
                    account.displayName(),
                    0,
                    "",
                    WHOLE_SYSTEM,
                    rights(account.id(), counts),
                    address));
        }
        return affiliations
                .find(account.personId())
                .map(who -> actor(account, who, rights(account.id(), counts), address));
    }

    private static Actor actor(Account account, Affiliation who, List<Actor.Right> rights, String address) {
        return new Actor(
                account.id(),
                who.personId(),
                who.name(),
                who.unitId(),
                who.unitName(),
                who.unitPath(),
                rights,
                address);
    }

    private List<Actor.Right> rights(long accountId, Predicate<Permission> counts) {
        record Grant(String role, @Nullable Long unitId, Set<Permission> permissions) {}
        var grants = jdbc.sql("""
                        select g.role_code, g.unit_id, string_agg(p.permission, ',') as permissions
                          from identity.role_grant g join identity.role_permission p on p.role_code = g.role_code
                         where g.account_id = ? and g.revoked_at is null
                           and ? between g.valid_from and coalesce(g.valid_until, 'infinity')
                         group by g.id order by g.id""")
                .params(accountId, Date.valueOf(today()))
                .query((row, n) -> new Grant(
                        row.getString("role_code"),
                        row.getObject("unit_id", Long.class),
                        permissions(row.getString("permissions"), counts)))
                .list();
        Collection<Long> units =
                grants.stream().map(Grant::unitId).filter(Objects::nonNull).collect(Collectors.toSet());
        var paths = affiliations.listUnitPaths(units);
        return grants.stream()
                .filter(g -> !g.permissions().isEmpty())
                .filter(g -> g.unitId() == null || paths.containsKey(g.unitId()))
                .map(g -> new Actor.Right(
                        g.role(), g.permissions(), g.unitId() == null ? WHOLE_SYSTEM : paths.get(g.unitId())))
                .toList();
    }

    private static Set<Permission> permissions(String codes, Predicate<Permission> counts) {
        return Arrays.stream(codes.split(","))
                .map(Permission::valueOf)
                .filter(counts)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }

    private LocalDate today() {
        return ChinaTime.dateOf(clock.instant());
    }
}
