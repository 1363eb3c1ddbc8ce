/**
 * 流转: how a matter travels: a list of steps, never a graph.
 */
@ApplicationModule(
        displayName = "流转",
        allowedDependencies = {"foundation.shared", "foundation.audit", "foundation.identity", "foundation.web", "foundation.organization", "foundation.worklist", "foundation.numbering", "foundation.notification", "foundation.workingday"})
@NullMarked
package org.guanwu.foundation.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
