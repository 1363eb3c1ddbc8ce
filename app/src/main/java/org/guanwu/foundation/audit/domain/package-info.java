/** The chain: what an entry is, how it is appended, read, checked and exported. */
@NullMarked
package org.guanwu.foundation.audit.domain;

import org.jspecify.annotations.NullMarked;
