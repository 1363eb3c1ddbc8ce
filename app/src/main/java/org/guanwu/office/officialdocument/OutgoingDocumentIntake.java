package org.guanwu.office.officialdocument;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guanwu.foundation.identity.Actor;
import org.jspecify.annotations.Nullable;

/**
 * 起草 from outside a screen: other systems, imports, the demo. The same checks as on the page; handling goes on through
 * {@code foundation.routing}, where this module's rules apply as well.
 */
public interface OutgoingDocumentIntake {

    /** the same command again gives the same document */
    OutgoingDocumentId draft(Actor drafter, UUID commandId, Draft draft);

    /** the same file again changes nothing */
    void attach(Actor drafter, OutgoingDocumentId id, InputStream content, String fileName);

    /**
     * @param choices people for steps that the sender chooses, by step key
     * @param opinion empty: 送审。
     */
    void send(Actor drafter, OutgoingDocumentId id, UUID commandId, Map<String, List<Long>> choices, String opinion);

    /**
     * @param isImportant 重要公文: signed by the head of the authority
     * @param body one paragraph per line, 一、（一）1.（1）; recipients, signature and date are added by the house
     * @param annotation 此件公开发布
     * @param groundExplanation what the ground asks for in words
     * @param isPolicy 政策性文件
     * @param concernsOtherUnits 涉及其他部门职权: has to be countersigned
     */
    record Draft(
            DocumentType type,
            DocumentForm form,
            Urgency urgency,
            boolean isImportant,
            String title,
            String primaryRecipients,
            String copyRecipients,
            String body,
            String annotation,
            String summary,
            @Nullable DisclosureAttribute attribute,
            List<DisclosureGround> grounds,
            String groundExplanation,
            DocumentTopic topic,
            boolean isPolicy,
            boolean concernsOtherUnits) {

        public Draft {
            grounds = List.copyOf(grounds);
        }
    }
}
