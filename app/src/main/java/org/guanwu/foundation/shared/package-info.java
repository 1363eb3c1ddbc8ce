/**
 * 共用值类型: value types and failures that every module speaks, without behaviour worth a module of its own.
 *
 * <p>Limit: 20 types, kept by a test. A type enters here only when two wings need it and no module owns its
 * meaning. Nothing here touches Spring, the database or a page.
 *
 * <p>Failures: {@link org.guanwu.foundation.shared.NotFound} becomes 404,
 * {@link org.guanwu.foundation.shared.Refusal} 409, {@link org.guanwu.foundation.shared.InvalidInput} 422,
 * {@link org.guanwu.foundation.shared.StaleVersion} 412. The text of each is Chinese and written for the person who
 * reads it: what happened, whether the work is safe, what is possible now.
 */
@ApplicationModule(
        displayName = "共用值类型",
        allowedDependencies = {})
@NullMarked
package org.guanwu.foundation.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
