/** Items, versions, catalogue numbers and the acts on them. */
@NullMarked
package org.guanwu.openness.publication.domain;

import org.jspecify.annotations.NullMarked;
