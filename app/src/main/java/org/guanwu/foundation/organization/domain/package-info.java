/** Units, posts, people, presence and delegation: rules, use cases and the read side. */
@NullMarked
package org.guanwu.foundation.organization.domain;

import org.jspecify.annotations.NullMarked;
