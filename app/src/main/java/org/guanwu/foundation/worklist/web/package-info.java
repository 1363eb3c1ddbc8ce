/** The inbox as pages and as an interface for other systems. */
@NullMarked
package org.guanwu.foundation.worklist.web;

import org.jspecify.annotations.NullMarked;
