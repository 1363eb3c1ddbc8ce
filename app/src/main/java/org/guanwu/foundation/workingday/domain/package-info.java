/** Calendar, calculus, time limits, stored clocks and the changes of the calendar. */
@NullMarked
package org.guanwu.foundation.workingday.domain;

import org.jspecify.annotations.NullMarked;
