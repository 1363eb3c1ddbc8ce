/**
 * 通知: notices in the product and by mail through an outbox, merged and capped.
 *
 * <p>What the office calls it: 提醒, 催办短信 and the like. Law: none; but a notice is never the legal service of a document
 * (送达), and a deadline runs whether or not anybody was told.
 *
 * <p>A notice is a row written in the transaction of what it tells about. Mail is gathered from the rows later: notices
 * of one kind to one person within a window become one mail; over the hourly or daily cap they wait and merge further; what
 * was read in the product meanwhile is not mailed at all. Only people who gave their own address get mail.
 *
 * <p>States of a mail: PENDING, SENDING (claimed by a node), SENT, FAILED (will be tried again), GAVE_UP,
 * NOT_CONFIGURED (mail is off; the notice stands in the product). Events: none.
 *
 * <p>Never: puts more into a mail than the subject and a link; holds a business transaction while talking to a mail
 * server; tells one person the same thing twice.
 */
@ApplicationModule(
        displayName = "通知",
        allowedDependencies = {"foundation.shared", "foundation.identity", "foundation.web", "foundation.audit"})
@NullMarked
package org.guanwu.foundation.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
