/**
 * 公开前审查: the gate through which everything passes before it leaves.
 */
@ApplicationModule(
        displayName = "公开前审查",
        allowedDependencies = {
            "foundation.shared",
            "foundation.audit",
            "foundation.identity",
            "foundation.web",
            "foundation.organization",
            "foundation.worklist",
            "foundation.numbering",
            "foundation.notification",
            "foundation.workingday",
            "foundation.routing",
            "foundation.filestore",
            "foundation.search",
            "foundation.structuredtext"
        })
@NullMarked
package org.guanwu.office.secrecyreview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
