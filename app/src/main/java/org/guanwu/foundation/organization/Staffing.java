package org.guanwu.foundation.organization;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is there at one moment: posts, presence, delegations. A plain value, so that the routing rules stay pure.
 *
 * @param posts post id to holders, in order of rank
 * @param absent registered as absent now
 * @param left no longer employed
 */
public record Staffing(
        Instant at,
        Map<Long, List<Long>> posts,
        Set<Long> absent,
        Set<Long> left,
        List<DelegationInForce> delegations) {

    /**
     * @param onlyWhileAbsent effective only while the principal is registered absent; otherwise both may act
     * @param onward an absent deputy's own deputies may act
     * @param matterType null: every kind of matter
     */
    public record DelegationInForce(
            long principalId,
            long deputyId,
            boolean onlyWhileAbsent,
            boolean onward,
            @Nullable String matterType) {}
}
