package org.guanwu.foundation.notification.domain;

/** The way out: SMTP, or nothing when mail is off. */
interface MailTransport {

    boolean isConfigured();

    /**
     * @throws UndeliverableMail when trying again is pointless
     * @throws org.springframework.mail.MailException when it may work later
     */
    void send(String address, String subject, String body);

    final class UndeliverableMail extends RuntimeException {

        UndeliverableMail(String reason) {
            super(reason);
        }
    }
}
