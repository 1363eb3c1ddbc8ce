/** Number rules, assignment, voiding and the registers. */
@NullMarked
package org.guanwu.foundation.numbering.domain;

import org.jspecify.annotations.NullMarked;
