/** Keeping the bytes, finding out what they are, reading their text. */
@NullMarked
package org.guanwu.foundation.filestore.domain;

import org.jspecify.annotations.NullMarked;
