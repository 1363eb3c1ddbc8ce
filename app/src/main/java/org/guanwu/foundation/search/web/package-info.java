/** The search page of the workspace. */
@NullMarked
package org.guanwu.foundation.search.web;

import org.jspecify.annotations.NullMarked;
