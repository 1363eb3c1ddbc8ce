package org.guanwu.foundation.notification.domain;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

@Component
class SmtpTransport implements MailTransport {

    private final @Nullable JavaMailSender sender;
    private final NotificationSettings settings;

    SmtpTransport(ObjectProvider<JavaMailSender> sender, NotificationSettings settings) {
        this.sender = sender.getIfAvailable();
        this.settings = settings;
    }

    @Override
    public boolean isConfigured() {
        return settings.mail().enabled() && sender != null;
    }

    @Override
    public void send(String address, String subject, String body) {
        if (sender == null) {
            throw new MailSendException("spring.mail.host is not set");
        }
        MimeMessage message = sender.createMimeMessage();
        try {
            var parts = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            parts.setFrom(settings.mail().from());
            parts.setTo(address);
            parts.setSubject(subject);
            parts.setText(body);
            message.setHeader("Auto-Submitted", "auto-generated");
        } catch (MessagingException malformed) {
            throw new UndeliverableMail(malformed.toString());
        }
        try {
            sender.send(message);
        } catch (MailSendException refused) {
            if (isAboutTheAddress(refused)) {
                throw new UndeliverableMail("对方服务器拒绝了这个地址");
            }
            throw refused;
        }
    }

    private static boolean isAboutTheAddress(MailSendException refused) {
        return refused.getFailedMessages().values().stream()
                .anyMatch(e -> e instanceof SendFailedException failed
                        && failed.getInvalidAddresses() != null
                        && failed.getInvalidAddresses().length > 0);
    }
}
