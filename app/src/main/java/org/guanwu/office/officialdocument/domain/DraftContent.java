package org.guanwu.office.officialdocument.domain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.guanwu.foundation.structuredtext.StructuredText;
import org.guanwu.office.officialdocument.DisclosureAttribute;
import org.guanwu.office.officialdocument.DisclosureGround;
import org.guanwu.office.officialdocument.DocumentForm;
import org.guanwu.office.officialdocument.DocumentTopic;
import org.guanwu.office.officialdocument.DocumentType;
import org.guanwu.office.officialdocument.DocumentType.Direction;
import org.guanwu.office.officialdocument.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a draft that people write or choose; one version of it is one value.
 *
 * @param direction 行文方向; that of the type, chosen for 意见
 * @param isImportant 重要公文: signed by the head of the authority (公文条例第二十二条)
 * @param body as typed, one paragraph per line; its structure is derived
 * @param annotation 附注 without brackets, 此件公开发布
 * @param attribute null until chosen
 * @param groundExplanation what the ground asks for in words
 * @param concernsOtherUnits 涉及其他部门职权 (公文条例第十九条第六项)
 */
public record DraftContent(
        DocumentType type,
        DocumentForm form,
        Direction direction,
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
        List<Channel> channels,
        DocumentTopic topic,
        boolean isPolicy,
        boolean concernsOtherUnits,
        List<DraftAttachment> attachments) {

    public DraftContent {
        grounds = List.copyOf(grounds);
        channels = List.copyOf(channels);
        attachments = List.copyOf(attachments);
        title = oneLine(title);
        primaryRecipients = oneLine(primaryRecipients).replaceFirst("[：:]$", "");
        copyRecipients = oneLine(copyRecipients).replaceFirst("[。.]$", "");
        annotation = oneLine(annotation).replaceFirst("^（", "").replaceFirst("）$", "");
        summary = oneLine(summary);
        groundExplanation = oneLine(groundExplanation);
        body = body.replace("\r\n", "\n").replace('\r', '\n').stripTrailing();
    }

    public static DraftContent blank(DocumentType type) {
        Direction direction = type.direction() == Direction.ANY ? Direction.DOWNWARD : type.direction();
        return new DraftContent(
                type,
                DocumentForm.PLAIN,
                direction,
                Urgency.ORDINARY,
                false,
                "",
                "",
                "",
                "",
                "",
                "",
                null,
                List.of(),
                "",
                List.of(),
                DocumentTopic.GENERAL,
                false,
                false,
                List.of());
    }

    @JsonIgnore
    public StructuredText text() {
        return StructuredText.parse(body);
    }

    /** 公文条例第二十二条: 重要公文和上行文由机关主要负责人签发; orders and rules are important by nature */
    @JsonIgnore
    public boolean isSignedByHead() {
        return isImportant
                || direction == Direction.UPWARD
                || type == DocumentType.ORDER
                || form == DocumentForm.CUSTOMS_RULE;
    }

    @JsonIgnore
    public boolean isNormative() {
        return form == DocumentForm.CUSTOMS_RULE || form == DocumentForm.NORMATIVE_ANNOUNCEMENT;
    }

    /** 没有说明理由的，核稿部门应实行退文处理 */
    @JsonIgnore
    public boolean lacksGround() {
        return attribute == null
                || attribute.needsGround()
                        && (grounds.isEmpty()
                                || grounds.stream().anyMatch(g -> g.needsExplanation()) && groundExplanation.isEmpty());
    }

    @JsonIgnore
    public boolean isWithheldPolicy() {
        return isPolicy && attribute == DisclosureAttribute.WITHHELD;
    }

    /** attribute and grounds as one text: what a disclosure review was given for */
    @JsonIgnore
    public String disclosureKey() {
        return attribute + "/" + grounds + "/" + groundExplanation;
    }

    /** hex SHA-256 over everything the reader of the document gets, attachments included */
    public String digest() {
        String canonical = String.join(
                "\u001f",
                type.name(),
                title,
                primaryRecipients,
                copyRecipients,
                text().toPlainText(),
                annotation,
                disclosureKey(),
                attachments.toString());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** 主送机关 one by one */
    @JsonIgnore
    public List<String> listPrimaryRecipients() {
        return split(primaryRecipients);
    }

    @JsonIgnore
    public List<String> listCopyRecipients() {
        return split(copyRecipients);
    }

    DraftContent withAttachments(List<DraftAttachment> files) {
        return new DraftContent(
                type,
                form,
                direction,
                urgency,
                isImportant,
                title,
                primaryRecipients,
                copyRecipients,
                body,
                annotation,
                summary,
                attribute,
                grounds,
                groundExplanation,
                channels,
                topic,
                isPolicy,
                concernsOtherUnits,
                files);
    }

    public DraftContent withBody(String newTitle, String newBody) {
        return new DraftContent(
                type,
                form,
                direction,
                urgency,
                isImportant,
                newTitle,
                primaryRecipients,
                copyRecipients,
                newBody,
                annotation,
                summary,
                attribute,
                grounds,
                groundExplanation,
                channels,
                topic,
                isPolicy,
                concernsOtherUnits,
                attachments);
    }

    private static List<String> split(String recipients) {
        return Arrays.stream(recipients.split("[，,、；;]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*[\\r\\n]+\\s*", " ").strip();
    }
}
