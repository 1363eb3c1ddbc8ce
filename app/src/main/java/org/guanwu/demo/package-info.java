/**
 * 演示数据: a sample three-tier customs system with people in every role and matters in every state.
 *
 * <p>Only in the profile {@code demo}. Everything is made through the same use cases as by people: the clock of the demo
 * travels through the past months, each step is taken by the person whose step it is, so that routes, numbers, ledger,
 * clocks and publications are consistent. Nothing is written to a table from here.
 *
 * <p>Units, people, documents and figures are invented.
 */
@ApplicationModule(
        displayName = "演示数据",
        allowedDependencies = {
            "foundation.shared",
            "foundation.identity",
            "foundation.organization",
            "foundation.workingday",
            "foundation.numbering",
            "foundation.routing",
            "foundation.worklist",
            "foundation.filestore",
            "foundation.search",
            "foundation.structuredtext",
            "foundation.web",
            "office.officialdocument",
            "office.secrecyreview",
            "openness.publication",
            "openness.gazetteimport"
        })
@NullMarked
package org.guanwu.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
