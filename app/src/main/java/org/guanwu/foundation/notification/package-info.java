/**
 * 通知: notices in the product and by mail through an outbox, merged and capped.
 */
@ApplicationModule(
        displayName = "通知",
        allowedDependencies = {"foundation.shared", "foundation.identity", "foundation.web", "foundation.audit"})
@NullMarked
package org.guanwu.foundation.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
