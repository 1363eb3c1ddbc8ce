/**
 * 待办: the one inbox: to do, to read, done, followed.
 */
@ApplicationModule(
        displayName = "待办",
        allowedDependencies = {"foundation.shared", "foundation.identity", "foundation.web"})
@NullMarked
package org.guanwu.foundation.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
