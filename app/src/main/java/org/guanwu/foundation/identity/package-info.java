/**
 * 身份与权限: accounts, sign-in, second factor, sessions, roles, grants; the Actor that every use case is given.
 */
@ApplicationModule(
        displayName = "身份与权限",
        allowedDependencies = {"foundation.shared"})
@NullMarked
package org.guanwu.foundation.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
