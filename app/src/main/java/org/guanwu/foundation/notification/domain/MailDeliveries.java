package org.guanwu.foundation.notification.domain;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.identity.Permission;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 发件箱: what the operator sees of mails that do not get through; never their text. */
@Service
public class MailDeliveries {

    private static final int SHOWN = 100;

    private final MailRepository mails;
    private final MailTransport transport;
    private final Ledger ledger;
    private final Clock clock;

    MailDeliveries(MailRepository mails, MailTransport transport, Ledger ledger, Clock clock) {
        this.mails = mails;
        this.transport = transport;
        this.ledger = ledger;
        this.clock = clock;
    }

    public record Overview(boolean isConfigured, Map<MailState, Long> counts, List<Trouble> troubles) {}

    public record Trouble(long id, long personId, MailState state, int attempts, String since, String reason) {}

    public Overview overview(Actor actor) {
        require(actor);
        var counts = new EnumMap<MailState, Long>(MailState.class);
        mails.countByState().forEach(row -> counts.put(row.state(), row.count()));
        List<Trouble> troubles = mails.listTroubled(Long.MAX_VALUE, SHOWN).stream()
                .map(mail -> new Trouble(
                        mail.id(),
                        mail.personId(),
                        mail.state(),
                        mail.attempts(),
                        ChinaTime.minute(mail.createdAt()),
                        mail.lastFailure() == null ? "" : mail.lastFailure()))
                .toList();
        return new Overview(transport.isConfigured(), counts, troubles);
    }

    @Transactional
    public void tryAgain(Actor actor, long id) {
        require(actor);
        if (!mails.tryAgain(id, clock.instant())) {
            throw new Refusal("notification.not-given-up", "这封邮件不在“已停止”状态，可能已经重新发送。");
        }
        ledger.record(Act.by(actor, "notification.mail-tried-again", new Matter("mail", id), Map.of()));
    }

    private static void require(Actor actor) {
        if (!actor.may(Permission.SYSTEM_OPERATE)) {
            throw new NotFound("mail deliveries");
        }
    }
}
