/** The public reckoning paths, the calendar page and its changes, the list of time limits. */
@NullMarked
package org.guanwu.foundation.workingday.web;

import org.jspecify.annotations.NullMarked;
