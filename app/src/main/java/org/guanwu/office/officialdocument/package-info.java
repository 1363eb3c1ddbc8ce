/**
 * 发文: outgoing official documents from the draft with its disclosure attribute to issue.
 */
@ApplicationModule(
        displayName = "发文",
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
package org.guanwu.office.officialdocument;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
