package org.guanwu.office.officialdocument.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.office.officialdocument.DisclosureAttribute;
import org.guanwu.office.officialdocument.DisclosureGround;
import org.guanwu.office.officialdocument.DocumentForm;
import org.guanwu.office.officialdocument.DocumentTopic;
import org.guanwu.office.officialdocument.DocumentType;
import org.guanwu.office.officialdocument.DocumentType.Direction;
import org.guanwu.office.officialdocument.Urgency;
import org.guanwu.office.officialdocument.domain.Channel;
import org.guanwu.office.officialdocument.domain.DocumentComparison;
import org.guanwu.office.officialdocument.domain.DraftAttachment;
import org.guanwu.office.officialdocument.domain.DraftContent;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What the draft page posts, as it came: kept whole, so that every answer, also a refusal, can show it again. Lists are
 * read raw, because Spring's conversion would split one value at its comma.
 */
final class DraftForm {

    static final String CHOICE = "choice.";
    static final String PICK = "pick.";
    private static final Set<String> NOT_CONTENT = Set.of("_csrf", "version", "act", "commandId");

    private final MultiValueMap<String, String> posted;

    DraftForm(MultiValueMap<String, String> posted) {
        this.posted = posted;
    }

    int version() {
        try {
            return Integer.parseInt(text("version"));
        } catch (NumberFormatException e) {
            throw new InvalidInput("version", "页面不完整，请刷新后再保存。");
        }
    }

    String act() {
        return text("act");
    }

    String text(String name) {
        String value = posted.getFirst(name);
        return value == null ? "" : value;
    }

    /** 复核: null until the editor has said which; elsewhere a change counts as one of substance unless declared otherwise */
    @Nullable
    Boolean isSubstantive() {
        return switch (text("nature")) {
            case "substance" -> Boolean.TRUE;
            case "form" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** names typed for each step that the sender chooses */
    Map<String, String> choices() {
        var choices = new LinkedHashMap<String, String>();
        posted.forEach((name, values) -> {
            if (name.startsWith(CHOICE)) {
                choices.put(name.substring(CHOICE.length()), String.join("、", values));
            }
        });
        return choices;
    }

    /** everything of the content once more, for the page that asks what to do with two texts */
    List<Map.Entry<String, String>> listFields() {
        var fields = new ArrayList<Map.Entry<String, String>>();
        posted.forEach((name, values) -> {
            if (!NOT_CONTENT.contains(name) && !name.startsWith(PICK)) {
                values.forEach(value -> fields.add(Map.entry(name, value)));
            }
        });
        return fields;
    }

    /** 合并: for each changed paragraph the side that was chosen on the page of two windows, mine where none was */
    DraftContent merged(DraftContent theirs) {
        return DocumentComparison.merged(
                theirs, content(theirs), row -> text(PICK + row).equals("theirs"));
    }

    DraftContent content(DraftContent current) {
        DocumentType type = constant("type", DocumentType::valueOf, current.type());
        Direction direction = type.direction() == Direction.ANY
                ? constant("direction", Direction::valueOf, Direction.DOWNWARD)
                : type.direction();
        return new DraftContent(
                type,
                constant("form", DocumentForm::valueOf, DocumentForm.PLAIN),
                direction == Direction.ANY ? Direction.DOWNWARD : direction,
                constant("urgency", Urgency::valueOf, Urgency.ORDINARY),
                isChecked("important"),
                text("title"),
                text("primaryRecipients"),
                text("copyRecipients"),
                text("body"),
                text("annotation"),
                text("summary"),
                text("attribute").isEmpty() ? null : constant("attribute", DisclosureAttribute::valueOf, null),
                constants("grounds", DisclosureGround::valueOf),
                text("groundExplanation"),
                constants("channels", Channel::valueOf),
                constant("topic", DocumentTopic::valueOf, DocumentTopic.GENERAL),
                isChecked("policy"),
                isChecked("concernsOtherUnits"),
                attachments(current));
    }

    /** in the posted order; a file that another window has added meanwhile is decided by the version check */
    private List<DraftAttachment> attachments(DraftContent current) {
        List<String> digests = posted.getOrDefault("attachmentDigest", List.of());
        var kept = new ArrayList<DraftAttachment>();
        for (int i = 0; i < digests.size(); i++) {
            String digest = digests.get(i);
            String attribute = at("attachmentAttribute", i);
            String ground = at("attachmentGround", i);
            String name = at("attachmentName", i).strip();
            boolean isRemoved =
                    posted.getOrDefault("attachmentRemoved", List.of()).contains(digest);
            if (isRemoved) {
                continue;
            }
            current.attachments().stream()
                    .filter(a -> a.digest().equals(digest))
                    .findFirst()
                    .map(a -> new DraftAttachment(
                            name.isEmpty() ? a.name() : name,
                            a.digest(),
                            a.fileName(),
                            a.mediaType(),
                            a.size(),
                            attribute.isEmpty() ? null : parse("attachments", attribute, DisclosureAttribute::valueOf),
                            ground.isEmpty() || attribute.isEmpty()
                                    ? null
                                    : parse("attachments", ground, DisclosureGround::valueOf)))
                    .ifPresent(kept::add);
        }
        return kept;
    }

    private String at(String name, int index) {
        List<String> values = posted.getOrDefault(name, List.of());
        return index < values.size() && values.get(index) != null ? values.get(index) : "";
    }

    private boolean isChecked(String name) {
        return posted.getOrDefault(name, List.of()).contains("true");
    }

    private <T> T constant(String name, Function<String, T> valueOf, @Nullable T otherwise) {
        String value = text(name);
        if (value.isEmpty() && otherwise != null) {
            return otherwise;
        }
        return parse(name, value, valueOf);
    }

    private <T> List<T> constants(String name, Function<String, T> valueOf) {
        return posted.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .map(value -> parse(name, value, valueOf))
                .distinct()
                .toList();
    }

    private static <T> T parse(String field, String value, Function<String, T> valueOf) {
        try {
            return valueOf.apply(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(field, "所选的项目不存在，请重新选择。");
        }
    }
}
