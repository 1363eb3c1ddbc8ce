package org.guanwu.office.officialdocument.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.guanwu.office.officialdocument.DisclosureGround;
import org.jspecify.annotations.Nullable;

/** Two versions of a document side by side: the text paragraph by paragraph, the rest field by field. */
public record DocumentComparison(List<TextComparison.Row> rows, List<FieldChange> fields) {

    public DocumentComparison {
        rows = List.copyOf(rows);
        fields = List.copyOf(fields);
    }

    /** either side may be empty */
    public record FieldChange(String label, String before, String after) {}

    public static DocumentComparison of(DraftContent left, DraftContent right) {
        return new DocumentComparison(TextComparison.of(paragraphs(left), paragraphs(right)), fields(left, right));
    }

    /**
     * Title and text put together paragraph by paragraph; everything else is as in {@code mine}.
     *
     * @param takesTheirs for the index of a changed row: that side's paragraph is taken, also when it has none
     */
    public static DraftContent merged(DraftContent theirs, DraftContent mine, IntPredicate takesTheirs) {
        List<TextComparison.Row> rows = TextComparison.of(paragraphs(theirs), paragraphs(mine));
        String title = mine.title();
        var body = new ArrayList<String>();
        for (int i = 0; i < rows.size(); i++) {
            TextComparison.Row row = rows.get(i);
            boolean isLeft = row.isChanged() && takesTheirs.test(i);
            int number = isLeft ? row.left() : row.right();
            String text = isLeft ? row.leftText() : row.rightText();
            if (number == 1) {
                title = text;
            } else if (number > 1) {
                body.add(text);
            }
        }
        return mine.withBody(title, String.join("\n", body));
    }

    public int changedParagraphs() {
        return (int) rows.stream().filter(TextComparison.Row::isChanged).count();
    }

    public int changes() {
        return changedParagraphs() + fields.size();
    }

    static List<String> paragraphs(DraftContent content) {
        var paragraphs = new ArrayList<String>();
        paragraphs.add(content.title());
        content.text().blocks().forEach(block -> block.plainText().lines().forEach(paragraphs::add));
        return paragraphs;
    }

    private static List<FieldChange> fields(DraftContent left, DraftContent right) {
        var changes = new ArrayList<FieldChange>();
        add(changes, "文种", left.type().label(), right.type().label());
        add(changes, "形式", left.form().label(), right.form().label());
        add(changes, "行文方向", left.direction().label(), right.direction().label());
        add(changes, "紧急程度", left.urgency().label(), right.urgency().label());
        add(changes, "主送", left.primaryRecipients(), right.primaryRecipients());
        add(changes, "抄送", left.copyRecipients(), right.copyRecipients());
        add(changes, "附注", left.annotation(), right.annotation());
        add(changes, "摘要", left.summary(), right.summary());
        add(changes, "公开属性", disclosure(left), disclosure(right));
        add(changes, "公开方式", channels(left), channels(right));
        add(changes, "政策性文件", yesNo(left.isPolicy()), yesNo(right.isPolicy()));
        add(changes, "涉及其他部门", yesNo(left.concernsOtherUnits()), yesNo(right.concernsOtherUnits()));
        add(changes, "附件", attachments(left), attachments(right));
        return changes;
    }

    private static void add(List<FieldChange> changes, String label, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new FieldChange(label, before, after));
        }
    }

    private static String disclosure(DraftContent content) {
        if (content.attribute() == null) {
            return "未定";
        }
        String grounds = content.grounds().stream()
                .map(g -> g.article() + "（" + g.label() + "）")
                .collect(Collectors.joining("、"));
        return content.attribute().label()
                + (grounds.isEmpty() ? "" : "，" + grounds)
                + (content.groundExplanation().isEmpty() ? "" : "：" + content.groundExplanation());
    }

    private static String channels(DraftContent content) {
        return content.channels().stream().map(Channel::label).collect(Collectors.joining("、"));
    }

    private static String attachments(DraftContent content) {
        return content.attachments().stream()
                .map(a -> a.name() + "（"
                        + (a.attribute() == null ? "同正文" : a.attribute().label() + ground(a.ground())) + "，"
                        + a.digest().substring(0, 8) + "）")
                .collect(Collectors.joining("；"));
    }

    private static String ground(@Nullable DisclosureGround ground) {
        return ground == null ? "" : "，" + ground.article();
    }

    private static String yesNo(boolean value) {
        return value ? "是" : "否";
    }
}
