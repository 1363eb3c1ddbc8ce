/** Batches, rows, readers of the formats and the worker. */
@NullMarked
package org.guanwu.openness.gazetteimport.domain;

import org.jspecify.annotations.NullMarked;
