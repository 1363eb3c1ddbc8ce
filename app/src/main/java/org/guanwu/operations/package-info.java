/** What the operator runs beside the application: backup and restore of everything below the data directory. */
@NullMarked
package org.guanwu.operations;

import org.jspecify.annotations.NullMarked;
