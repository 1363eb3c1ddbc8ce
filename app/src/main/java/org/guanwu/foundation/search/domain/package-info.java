/** How entries become an index, and how a typed line becomes a query with a reason for every hit. */
@NullMarked
package org.guanwu.foundation.search.domain;

import org.jspecify.annotations.NullMarked;
