/** Rules of the route as pure functions (decide, apply), and their tables. */
@NullMarked
package org.guanwu.foundation.routing.domain;

import org.jspecify.annotations.NullMarked;
