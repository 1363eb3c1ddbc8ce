/** Number rules, the number register and the gap register as pages. */
@NullMarked
package org.guanwu.foundation.numbering.web;

import org.jspecify.annotations.NullMarked;
