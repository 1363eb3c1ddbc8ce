package org.guanwu.foundation.notification.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** @param newest id of the newest notice shown: "mark all read" covers what was seen, not what came since */
public record NoticesPage(
        long unread,
        long newest,
        List<Row> rows,
        @Nullable String next,
        boolean isMailEnabled,
        Address address,
        Map<String, String> problems) {

    /** @param mail delivery state in words; empty when no mail belongs to it */
    public record Row(long id, String at, String subject, boolean isRead, String mail) {}

    public record Address(String typed, boolean isEnabled, long version) {}
}
