/**
 * 政务公开门户: the public's doors; reads only what publication exposes.
 */
@ApplicationModule(
        displayName = "政务公开门户",
        allowedDependencies = {
            "foundation.shared",
            "foundation.web",
            "foundation.search",
            "foundation.workingday",
            "openness.publication"
        })
@NullMarked
package org.guanwu.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
