package org.guanwu.office.officialdocument.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where content enters, markings of state secrets are looked for before anything is kept. The refusal itself is an act:
 * it is recorded in a transaction of its own, with who, when and which level, and without a character of the content.
 */
@Component
class SecrecyGate {

    private final Ledger ledger;
    private final TransactionTemplate ownTransaction;

    SecrecyGate(Ledger ledger, PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void require(Actor actor, long documentId, DraftContent content) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("标题", content.title());
        fields.put("主送机关", content.primaryRecipients());
        fields.put("抄送机关", content.copyRecipients());
        fields.put("正文", content.body());
        fields.put("附注", content.annotation());
        fields.put("摘要", content.summary());
        fields.put("理由", content.groundExplanation());
        content.attachments().forEach(a -> fields.merge("附件名称", a.name(), (x, y) -> x + "\n" + y));
        fields.forEach((where, text) -> require(actor, documentId, where, text));
    }

    void require(Actor actor, long documentId, String where, String text) {
        SecrecyMarking.findLevel(text).ifPresent(level -> {
            ownTransaction.executeWithoutResult(_ -> ledger.record(Act.by(
                    actor,
                    "officialdocument.secrecy-refused",
                    new Matter(OutgoingDocumentId.MATTER_TYPE, documentId),
                    Map.of("where", where, "level", level))));
            throw new MarkedAsSecret(where, level);
        });
    }
}
