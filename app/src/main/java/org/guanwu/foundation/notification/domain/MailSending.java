package org.guanwu.foundation.notification.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * 发送: claims mails in a short transaction, talks to the server in none, and notes the outcome in another. A node that
 * dies in between loses its claim after a while and the mail is sent again: at least once, hardly ever twice.
 */
@Component
public class MailSending {

    private static final Logger LOG = LoggerFactory.getLogger(MailSending.class);
    private static final int BATCH = 20;
    private static final Duration CLAIM = Duration.ofMinutes(5);
    private static final List<Duration> BACKOFF = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8));

    private final MailRepository mails;
    private final MailTransport transport;
    private final NotificationSettings settings;
    private final Clock clock;

    MailSending(MailRepository mails, MailTransport transport, NotificationSettings settings, Clock clock) {
        this.mails = mails;
        this.transport = transport;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT15S")
    public void sendDue() {
        if (!transport.isConfigured()) {
            return;
        }
        Instant now = clock.instant();
        for (MailRepository.Claimed mail : mails.claim(BATCH, now, now.plus(CLAIM))) {
            send(mail);
        }
    }

    private void send(MailRepository.Claimed mail) {
        Instant now = clock.instant();
        try {
            transport.send(mail.address(), mail.subject(), mail.body());
            mails.finish(mail.id(), MailState.SENT, null, now, now);
        } catch (MailTransport.UndeliverableMail pointless) {
            mails.finish(mail.id(), MailState.GAVE_UP, pointless.getMessage(), now, now);
        } catch (MailException later) {
            LOG.warn("mail {} was not sent, attempt {}: {}", mail.id(), mail.attempts(), later.toString());
            failed(mail, later, now);
        }
    }

    private void failed(MailRepository.Claimed mail, MailException cause, Instant now) {
        String reason = cause.getMostSpecificCause().getClass().getSimpleName();
        if (mail.attempts() >= settings.mail().maxAttempts()) {
            mails.finish(mail.id(), MailState.GAVE_UP, reason, now, now);
        } else {
            Duration wait = BACKOFF.get(Math.min(mail.attempts(), BACKOFF.size()) - 1);
            mails.finish(mail.id(), MailState.FAILED, reason, now.plus(wait), null);
        }
    }
}
