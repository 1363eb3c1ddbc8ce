/**
 * 机构人员: three tiers, units, posts, people, absence and delegation, all with effective dates.
 */
@ApplicationModule(
        displayName = "机构人员",
        allowedDependencies = {"foundation.shared", "foundation.audit", "foundation.web", "foundation.identity"})
@NullMarked
package org.guanwu.foundation.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
