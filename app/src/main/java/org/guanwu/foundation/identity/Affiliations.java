package org.guanwu.foundation.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What identity must know of people and units. The module that keeps them stands above and answers. */
public interface Affiliations {

    /** as of today; empty for somebody unknown or no longer employed */
    Optional<Affiliation> find(long personId);

    /** employed people whose name or unit contains the text */
    List<Affiliation> search(String text, int limit);

    /** unit id to path, for the units that exist */
    Map<Long, String> listUnitPaths(Collection<Long> unitIds);

    /** units effective today, ordered by path */
    List<UnitChoice> listUnits();

    /** @param depth 0 for the root, for indenting a list of choices */
    record UnitChoice(long id, String name, String path, int depth) {}
}
