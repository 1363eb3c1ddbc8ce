/**
 * 页面框架: workspace frame, error pages, problem documents, security headers, idempotency keys.
 */
@ApplicationModule(
        displayName = "页面框架",
        allowedDependencies = {"foundation.shared", "foundation.identity"})
@NullMarked
package org.guanwu.foundation.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
