/** Reviews, the checks that find leaks, the rules of the four eyes. */
@NullMarked
package org.guanwu.office.secrecyreview.domain;

import org.jspecify.annotations.NullMarked;
