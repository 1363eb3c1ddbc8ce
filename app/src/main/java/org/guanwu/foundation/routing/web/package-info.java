/** Template editor, and the generic acts and fragments that every routed matter's page uses. */
@NullMarked
package org.guanwu.foundation.routing.web;

import org.jspecify.annotations.NullMarked;
