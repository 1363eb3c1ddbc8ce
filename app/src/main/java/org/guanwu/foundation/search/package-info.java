/**
 * 检索: full-text search in Chinese with the reader's rights inside the query.
 */
@ApplicationModule(
        displayName = "检索",
        allowedDependencies = {"foundation.shared", "foundation.identity", "foundation.web"})
@NullMarked
package org.guanwu.foundation.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
