/**
 * 工作日与法定期限: the State Council calendar and the legal clocks that rest on it.
 */
@ApplicationModule(
        displayName = "工作日与法定期限",
        allowedDependencies = {"foundation.shared", "foundation.audit", "foundation.identity", "foundation.web"})
@NullMarked
package org.guanwu.foundation.workingday;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
