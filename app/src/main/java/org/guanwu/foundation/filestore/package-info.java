/**
 * 文件库: content-addressed files, type detection by content, text extraction.
 */
@ApplicationModule(
        displayName = "文件库",
        allowedDependencies = {"foundation.shared", "foundation.audit", "foundation.identity", "foundation.web"})
@NullMarked
package org.guanwu.foundation.filestore;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
