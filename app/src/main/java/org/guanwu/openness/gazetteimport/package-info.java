/**
 * 文告导入: historical gazettes from files into published items, structure recovered.
 */
@ApplicationModule(
        displayName = "文告导入",
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
            "office.secrecyreview",
            "openness.publication"
        })
@NullMarked
package org.guanwu.openness.gazetteimport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
