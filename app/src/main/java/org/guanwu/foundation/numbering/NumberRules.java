package org.guanwu.foundation.numbering;

import java.util.List;
import java.util.Optional;
import org.guanwu.foundation.identity.Actor;

/** Which authority code a unit uses for which kind of document. */
public interface NumberRules {

    /**
     * The rule for a document of this type that the unit issues this year: the nearest unit upwards that has one; there,
     * a rule that names the type before one for all types.
     */
    Optional<NumberRule> find(long unitId, String documentType);

    /** every rule that would fit, best first: what the drafter may choose from */
    List<NumberRule> listFitting(long unitId, String documentType);

    Optional<NumberRule> findByCode(String authorityCode);

    /**
     * A new rule (id 0) or a new version of a rule.
     *
     * @throws org.guanwu.foundation.shared.InvalidInput with every problem at its field
     * @throws org.guanwu.foundation.shared.StaleVersion when somebody else has saved in between
     */
    NumberRule save(Actor actor, NumberRule rule);
}
