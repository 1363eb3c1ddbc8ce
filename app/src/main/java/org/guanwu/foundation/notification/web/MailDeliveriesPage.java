package org.guanwu.foundation.notification.web;

import java.util.List;

public record MailDeliveriesPage(boolean isConfigured, List<Count> counts, List<Row> rows) {

    public record Count(String state, long count) {}

    public record Row(
            long id, String person, String since, String state, int attempts, String reason, boolean isGivenUp) {}
}
