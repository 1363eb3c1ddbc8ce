package org.guanwu.foundation.identity;

import java.util.List;
import java.util.Set;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.Refusal;

/**
 * Who acts: passed explicitly to every use case and every query, never taken from a thread.
 *
 * <p>Controllers declare a parameter of this type; the resolver builds it from the session or the API token, fresh for
 * each request, so a right that was taken away is gone at the next click.
 *
 * @param address the caller's network address, for the ledger
 */
public record Actor(
        long accountId,
        long personId,
        String name,
        long unitId,
        String unitName,
        String unitPath,
        List<Right> rights,
        String address) {

    /** What a role grants inside one subtree: {@code unitPath} is the prefix within which the permissions hold. */
    public record Right(String roleCode, Set<Permission> permissions, String unitPath) {}

    public Actor {
        rights = List.copyOf(rights);
    }

    /** somewhere, in at least one unit */
    public boolean may(Permission permission) {
        return rights.stream().anyMatch(r -> r.permissions().contains(permission));
    }

    public boolean may(Permission permission, String inUnitPath) {
        return rights.stream()
                .anyMatch(r -> r.permissions().contains(permission) && inUnitPath.startsWith(r.unitPath()));
    }

    /** the unit path prefixes within which the permission holds; empty when nowhere */
    public List<String> scope(Permission permission) {
        return rights.stream()
                .filter(r -> r.permissions().contains(permission))
                .map(Right::unitPath)
                .distinct()
                .toList();
    }

    /** @throws Refusal when the person may see the matter but not do this */
    public void require(Permission permission, String inUnitPath) {
        if (!may(permission, inUnitPath)) {
            throw new Refusal("identity.not-permitted", "您没有“" + permission.label() + "”的权限，此操作已记录。");
        }
    }

    /** @throws NotFound when the matter must not even be known to exist */
    public void requireToSee(Permission permission, String inUnitPath) {
        if (!may(permission, inUnitPath)) {
            throw new NotFound(permission.name() + " in " + inUnitPath);
        }
    }

    public boolean hasRole(String roleCode) {
        return rights.stream().anyMatch(r -> r.roleCode().equals(roleCode));
    }
}
