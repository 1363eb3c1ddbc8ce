/** My notices, my mail address, and the outbox for the operator. */
@NullMarked
package org.guanwu.foundation.notification.web;

import org.jspecify.annotations.NullMarked;
