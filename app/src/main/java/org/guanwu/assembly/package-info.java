/** Assembly of the parts that no module owns: database, migrations, page engine, clock. */
@NullMarked
package org.guanwu.assembly;

import org.jspecify.annotations.NullMarked;
