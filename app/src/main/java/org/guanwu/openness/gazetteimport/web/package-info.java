/** The pages of an import: choose, map, try, import, result. */
@NullMarked
package org.guanwu.openness.gazetteimport.web;

import org.jspecify.annotations.NullMarked;
