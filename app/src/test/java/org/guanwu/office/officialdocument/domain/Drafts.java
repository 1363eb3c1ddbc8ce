package org.guanwu.office.officialdocument.domain;

import java.util.List;
import org.guanwu.office.officialdocument.DisclosureAttribute;
import org.guanwu.office.officialdocument.DisclosureGround;
import org.guanwu.office.officialdocument.DocumentForm;
import org.guanwu.office.officialdocument.DocumentTopic;
import org.guanwu.office.officialdocument.DocumentType;
import org.guanwu.office.officialdocument.DocumentType.Direction;
import org.guanwu.office.officialdocument.Urgency;
import org.jspecify.annotations.Nullable;

/** Drafts that keep every rule; tests break one rule at a time. */
public final class Drafts {

    private Drafts() {}

    public static DraftContent notice() {
        return of(DocumentType.NOTICE, "澜州海关关于优化鲜活货物查验的通知", "各隶属海关，机关各部门", "", """
                为提升通关效率，现就有关事项通知如下：
                一、优先派单
                对八类货物优先派单。
                二、预约查验
                收货人可以预约查验时段。
                """);
    }

    public static DraftContent of(DocumentType type, String title, String primary, String copy, String body) {
        Direction direction = type.direction() == Direction.ANY ? Direction.DOWNWARD : type.direction();
        return new DraftContent(
                type,
                DocumentForm.PLAIN,
                direction,
                Urgency.URGENT,
                false,
                title,
                primary,
                copy,
                body,
                "此件公开发布",
                "优化鲜活货物查验，先派单、可预约。",
                DisclosureAttribute.PROACTIVE,
                List.of(),
                "",
                List.of(Channel.WEBSITE),
                DocumentTopic.GOODS_CONTROL,
                true,
                false,
                List.of());
    }

    public static DraftContent attribute(
            @Nullable DisclosureAttribute attribute, List<DisclosureGround> grounds, String explanation) {
        return withAttribute(notice(), attribute, grounds, explanation);
    }

    public static DraftContent withAttribute(
            DraftContent draft,
            @Nullable DisclosureAttribute attribute,
            List<DisclosureGround> grounds,
            String explanation) {
        return new DraftContent(
                draft.type(),
                draft.form(),
                draft.direction(),
                draft.urgency(),
                draft.isImportant(),
                draft.title(),
                draft.primaryRecipients(),
                draft.copyRecipients(),
                draft.body(),
                draft.annotation(),
                draft.summary(),
                attribute,
                grounds,
                explanation,
                draft.channels(),
                draft.topic(),
                draft.isPolicy(),
                draft.concernsOtherUnits(),
                draft.attachments());
    }

    public static DraftContent concerningOthers(DraftContent draft) {
        return new DraftContent(
                draft.type(),
                draft.form(),
                draft.direction(),
                draft.urgency(),
                draft.isImportant(),
                draft.title(),
                draft.primaryRecipients(),
                draft.copyRecipients(),
                draft.body(),
                draft.annotation(),
                draft.summary(),
                draft.attribute(),
                draft.grounds(),
                draft.groundExplanation(),
                draft.channels(),
                draft.topic(),
                draft.isPolicy(),
                true,
                draft.attachments());
    }
}
