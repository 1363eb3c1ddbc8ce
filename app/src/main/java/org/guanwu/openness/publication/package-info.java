/**
 * 公开信息: published items, their catalogue numbers, validity, corrections and withdrawal.
 */
@ApplicationModule(
        displayName = "公开信息",
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
            "foundation.structuredtext",
            "office.officialdocument",
            "office.secrecyreview"
        })
@NullMarked
package org.guanwu.openness.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
