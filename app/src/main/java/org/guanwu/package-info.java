/** The application and its assembly: database, pages, clock. Wings are folders, modules are walls. */
@NullMarked
package org.guanwu;

import org.jspecify.annotations.NullMarked;
