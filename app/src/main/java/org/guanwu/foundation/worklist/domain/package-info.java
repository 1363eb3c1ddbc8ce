/** Intake, lists and counters of the inbox. */
@NullMarked
package org.guanwu.foundation.worklist.domain;

import org.jspecify.annotations.NullMarked;
