package org.guanwu.foundation.notification.domain;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param baseUrl how people reach the workspace; stands before the links in mails
 */
@ConfigurationProperties("guanwu.notification")
public record NotificationSettings(
        @DefaultValue("http://localhost:8080") String baseUrl,
        @DefaultValue Mail mail) {

    /**
     * @param enabled off by default; also needs {@code spring.mail.host}
     * @param mergeWindow how long notices of one kind are gathered before they become a mail
     * @param maxAttempts after this many failures the mail is given up
     * @param allowedDomains mail domains people may enter; empty: any
     */
    public record Mail(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("guanwu@localhost") String from,
            @DefaultValue("10m") Duration mergeWindow,
            @DefaultValue("6") int perHour,
            @DefaultValue("30") int perDay,
            @DefaultValue("6") int maxAttempts,
            @DefaultValue List<String> allowedDomains) {

        public Mail {
            allowedDomains = List.copyOf(allowedDomains);
        }
    }
}
