package org.guanwu.foundation.notification.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 合并: turns waiting notices into mails. Over a cap they go on waiting, and so merge into a later, longer mail: a cap
 * delays, it never drops.
 */
@Component
public class MailGathering {

    private final MailRepository mails;
    private final NotificationSettings settings;
    private final MailTransport transport;
    private final Employment employment;
    private final Clock clock;

    MailGathering(
            MailRepository mails,
            NotificationSettings settings,
            MailTransport transport,
            Employment employment,
            Clock clock) {
        this.mails = mails;
        this.settings = settings;
        this.transport = transport;
        this.employment = employment;
        this.clock = clock;
    }

    /** @return mails made */
    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT30S")
    @Transactional
    public int gather() {
        if (!mails.lockGathering()) {
            return 0;
        }
        Instant now = clock.instant();
        int made = 0;
        for (MailRepository.Group group :
                mails.listDue(now.minus(settings.mail().mergeWindow()))) {
            if (!employment.isEmployed(group.personId())) {
                mails.wantNone(group.personId());
                continue;
            }
            if (isCapped(group.personId(), now)) {
                continue;
            }
            List<MailRepository.Line> lines = mails.listLines(group);
            if (!lines.isEmpty()) {
                MailState state = transport.isConfigured() ? MailState.PENDING : MailState.NOT_CONFIGURED;
                mails.add(group, subject(lines), body(lines), state, lines, now);
                made++;
            }
        }
        return made;
    }

    private boolean isCapped(long personId, Instant now) {
        return mails.countSince(personId, now.minus(Duration.ofHours(1)))
                        >= settings.mail().perHour()
                || mails.countSince(personId, now.minus(Duration.ofDays(1)))
                        >= settings.mail().perDay();
    }

    private static String subject(List<MailRepository.Line> lines) {
        String first = lines.getFirst().subject();
        return lines.size() == 1 ? first : first + " 等 " + lines.size() + " 项";
    }

    private String body(List<MailRepository.Line> lines) {
        var body = new StringBuilder("您有 " + lines.size() + " 项提醒，请登录办理：\n\n");
        for (MailRepository.Line line : lines) {
            body.append(line.subject())
                    .append('\n')
                    .append(settings.baseUrl())
                    .append(line.link())
                    .append("\n\n");
        }
        return body.append("本邮件由系统自动发出，仅作提醒，不是文书送达。\n在“通知”页可以修改或停用邮箱：")
                .append(settings.baseUrl())
                .append("/office/notices\n")
                .toString();
    }
}
