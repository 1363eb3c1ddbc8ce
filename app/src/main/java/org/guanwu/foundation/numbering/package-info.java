/**
 * 文号: gapless document numbers per authority code and year, the number rules and the gap register.
 */
@ApplicationModule(
        displayName = "文号",
        allowedDependencies = {
            "foundation.shared",
            "foundation.audit",
            "foundation.identity",
            "foundation.web",
            "foundation.organization"
        })
@NullMarked
package org.guanwu.foundation.numbering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
