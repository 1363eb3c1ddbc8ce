package org.guanwu.foundation.notification.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param mailState null when no mail was or will be sent for it */
public record NoticeRow(
        long id,
        String subject,
        String link,
        Instant createdAt,
        boolean isRead,
        @Nullable MailState mailState) {}
