/**
 * 审计账: the append-only, SM3-chained ledger of every act and its offline verifier.
 */
@ApplicationModule(
        displayName = "审计账",
        allowedDependencies = {"foundation.shared", "foundation.identity", "foundation.web"})
@NullMarked
package org.guanwu.foundation.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
