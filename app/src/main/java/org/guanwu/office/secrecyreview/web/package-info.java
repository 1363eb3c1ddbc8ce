/** The page of a review. */
@NullMarked
package org.guanwu.office.secrecyreview.web;

import org.jspecify.annotations.NullMarked;
