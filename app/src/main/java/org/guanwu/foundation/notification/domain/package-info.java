/** Notices, the mail gathered from them, and its delivery. */
@NullMarked
package org.guanwu.foundation.notification.domain;

import org.jspecify.annotations.NullMarked;
