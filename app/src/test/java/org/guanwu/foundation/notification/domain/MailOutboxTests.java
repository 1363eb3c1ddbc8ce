package org.guanwu.foundation.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.notification.Notifications.Notice;
import org.guanwu.foundation.shared.ChinaTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@GuanwuTest
class MailOutboxTests {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final ManualClock clock = new ManualClock();
    private final long person = 7_000_000_000L + new Random().nextInt(1_000_000_000);
    private final String address = "p" + person + "@yunzhou.example";
    private final NotificationSettings settings = new NotificationSettings(
            "https://guanwu.example",
            new NotificationSettings.Mail(true, "guanwu@yunzhou.example", Duration.ofMinutes(10), 3, 5, 3, List.of()));

    private boolean isEmployed = true;

    MailOutboxTests(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** far ahead of the application's own clock, so that its scheduled jobs leave these rows alone */
    private static final class ManualClock extends Clock {

        private Instant now = Instant.now().plus(Duration.ofDays(1));

        @Override
        public ZoneId getZone() {
            return ChinaTime.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    @BeforeEach
    void start() {
        server.start();
        jdbc.sql(
                        "insert into notification.mail_address (person_id, address, is_enabled, updated_at) values (?, ?, true, now())")
                .params(person, address)
                .update();
    }

    @AfterEach
    void stop() {
        server.stop();
        jdbc.sql("update notification.mail_address set is_enabled = false where person_id = ?")
                .param(person)
                .update();
    }

    private MailTransport smtp() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        return new SmtpTransport(
                new ObjectProvider<>() {
                    @Override
                    public JavaMailSender getObject() {
                        return sender;
                    }
                },
                settings);
    }

    private void tell(String kind, String subject, String key) {
        transaction.executeWithoutResult(s -> new NoticeIntake(new NoticeRepository(jdbc, clock))
                .tell(new Notice(person, kind, subject, "/office/inbox", key)));
    }

    private void gather(MailTransport transport) {
        var gathering = new MailGathering(new MailRepository(jdbc), settings, transport, id -> isEmployed, clock);
        transaction.executeWithoutResult(s -> gathering.gather());
    }

    private void send(MailTransport transport) {
        new MailSending(new MailRepository(jdbc), transport, settings, clock).sendDue();
    }

    private List<String> states() {
        return jdbc.sql("select state from notification.mail where person_id = ? order by id")
                .param(person)
                .query(String.class)
                .list();
    }

    private List<MimeMessage> received() throws MessagingException {
        var mine = new ArrayList<MimeMessage>();
        for (MimeMessage message : server.getReceivedMessages()) {
            if (message.getAllRecipients()[0].toString().equals(address)) {
                mine.add(message);
            }
        }
        return mine;
    }

    @Test
    void noticesOfOneKindBecomeOneMailWithoutAnythingButSubjectAndLink() throws MessagingException, IOException {
        tell("task-arrived", "请审核：关于“关企直通车”的通知", "a");
        tell("task-arrived", "请会签：云关综发〔2026〕89号\r\nBcc: x@y.z", "b");
        tell("task-arrived", "请会签：云关综发〔2026〕89号", "b");
        gather(smtp());
        assertThat(states()).isEmpty();
        clock.pass(Duration.ofMinutes(11));
        gather(smtp());
        assertThat(states()).containsExactly("PENDING");
        send(smtp());
        gather(smtp());
        send(smtp());
        assertThat(states()).containsExactly("SENT");
        assertThat(received()).hasSize(1);
        MimeMessage mail = received().getFirst();
        assertThat(mail.getSubject()).isEqualTo("请审核：关于“关企直通车”的通知 等 2 项");
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat((String) mail.getContent())
                .contains("请会签：云关综发〔2026〕89号 Bcc: x@y.z")
                .contains("https://guanwu.example/office/inbox");
    }

    @Test
    void aCapDelaysAndMergesButLosesNothing() {
        for (int i = 0; i < 5; i++) {
            tell("reminder", "催办 " + i, "r" + i);
            clock.pass(Duration.ofMinutes(11));
            gather(smtp());
        }
        assertThat(states()).hasSize(3);
        clock.pass(Duration.ofMinutes(61));
        gather(smtp());
        assertThat(states()).hasSize(4);
        assertThat(jdbc.sql("select count(*) from notification.notice where person_id = ? and mail_id is null")
                        .param(person)
                        .query(Long.class)
                        .single())
                .isZero();
        for (int i = 0; i < 6; i++) {
            clock.pass(Duration.ofMinutes(90));
            tell("reminder", "又催 " + i, "s" + i);
            clock.pass(Duration.ofMinutes(11));
            gather(smtp());
        }
        assertThat(states()).as("five a day").hasSize(5);
    }

    @Test
    void whatWasReadMeanwhileIsNotMailed() {
        tell("task-arrived", "已看过的", "seen");
        jdbc.sql("update notification.notice set read_at = now() where person_id = ?")
                .param(person)
                .update();
        clock.pass(Duration.ofMinutes(11));
        gather(smtp());
        assertThat(states()).isEmpty();
    }

    @Test
    void whoHasLeftGetsNoMail() {
        tell("task-arrived", "请审核", "left");
        clock.pass(Duration.ofMinutes(11));
        isEmployed = false;
        gather(smtp());
        isEmployed = true;
        gather(smtp());
        assertThat(states()).isEmpty();
    }

    @Test
    void withoutMailTheNoticeStandsInTheProductAndSaysSo() {
        MailTransport none = new MailTransport() {
            @Override
            public boolean isConfigured() {
                return false;
            }

            @Override
            public void send(String to, String subject, String body) {
                throw new AssertionError("off");
            }
        };
        tell("task-arrived", "请审核", "n");
        clock.pass(Duration.ofMinutes(11));
        gather(none);
        send(none);
        assertThat(states()).containsExactly("NOT_CONFIGURED");
    }

    @Test
    void failuresAreTriedAgainLaterAndGivenUpInTheEnd() {
        var down = new CountingTransport(new MailSendException("connection refused"));
        tell("task-arrived", "请审核", "n");
        clock.pass(Duration.ofMinutes(11));
        gather(down);
        send(down);
        assertThat(states()).containsExactly("FAILED");
        send(down);
        assertThat(down.sent).as("not before its time").isEqualTo(1);
        clock.pass(Duration.ofMinutes(2));
        send(down);
        clock.pass(Duration.ofMinutes(6));
        send(down);
        assertThat(states()).containsExactly("GAVE_UP");
        clock.pass(Duration.ofDays(1));
        send(down);
        assertThat(down.sent).isEqualTo(3);
    }

    @Test
    void anAddressThatTheServerRefusesIsNotTriedAgain() {
        var refusing = new CountingTransport(new MailTransport.UndeliverableMail("对方服务器拒绝了这个地址"));
        tell("task-arrived", "请审核", "n");
        clock.pass(Duration.ofMinutes(11));
        gather(refusing);
        send(refusing);
        assertThat(states()).containsExactly("GAVE_UP");
    }

    @Test
    void aMailClaimedByANodeThatDiedIsSentByAnother() {
        tell("task-arrived", "请审核", "n");
        clock.pass(Duration.ofMinutes(11));
        gather(smtp());
        var mails = new MailRepository(jdbc);
        assertThat(mails.claim(1000, clock.instant(), clock.instant().plus(Duration.ofMinutes(5))))
                .isNotEmpty();
        send(smtp());
        assertThat(states()).containsExactly("SENDING");
        clock.pass(Duration.ofMinutes(6));
        send(smtp());
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void severalNodesSendEachMailOnce() throws Exception {
        var counting = new CountingTransport(null);
        jdbc.sql("""
                        insert into notification.mail (person_id, kind, address, subject, body, state, next_attempt_at, created_at)
                        select ?, 'k', 'a@b.example', 's', 'b', 'PENDING', now() - interval '1 minute', now()
                        from generate_series(1, 60)""").param(person).update();
        try (var nodes = Executors.newFixedThreadPool(4)) {
            var running = new ArrayList<Future<?>>();
            for (int node = 0; node < 4; node++) {
                running.add(nodes.submit(() -> {
                    for (int i = 0; i < 5; i++) {
                        send(counting);
                    }
                }));
            }
            for (Future<?> node : running) {
                node.get();
            }
        }
        assertThat(states()).hasSize(60).containsOnly("SENT");
        assertThat(counting.sent).isGreaterThanOrEqualTo(60);
        assertThat(jdbc.sql("select max(attempts) from notification.mail where person_id = ?")
                        .param(person)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aNoticeNeedsATransactionAndAPathOfOurs() {
        var intake = new NoticeIntake(new NoticeRepository(jdbc, clock));
        var notice = new Notice(person, "k", "s", "/office/inbox", "x");
        assertThatThrownBy(() -> intake.tell(notice)).isInstanceOf(IllegalStateException.class);
        for (String link : List.of("https://evil.example", "//evil.example", "office")) {
            assertThatThrownBy(() ->
                            transaction.executeWithoutResult(s -> intake.tell(new Notice(person, "k", "s", link, "x"))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static final class CountingTransport implements MailTransport {

        private final RuntimeException failure;
        private volatile int sent;

        CountingTransport(RuntimeException failure) {
            this.failure = failure;
        }

        @Override
        public boolean isConfigured() {
            return true;
        }

        @Override
        public synchronized void send(String to, String subject, String body) {
            sent++;
            if (failure != null) {
                throw failure;
            }
        }
    }
}
