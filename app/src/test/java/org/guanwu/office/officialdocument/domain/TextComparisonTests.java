package org.guanwu.office.officialdocument.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.guanwu.office.officialdocument.domain.TextComparison.Kind;
import org.guanwu.office.officialdocument.domain.TextComparison.Row;
import org.guanwu.office.officialdocument.domain.TextComparison.Run;
import org.junit.jupiter.api.Test;

class TextComparisonTests {

    @Test
    void marksWhatWasReplacedInAParagraph() {
        var rows = TextComparison.of(List.of("货物到场后一律三十分钟内完成派单。"), List.of("货物到场后原则上三十分钟内完成派单。"));

        assertThat(rows)
                .containsExactly(new Row(
                        1,
                        1,
                        List.of(
                                new Run(Kind.SAME, "货物到场后"),
                                new Run(Kind.DELETED, "一律"),
                                new Run(Kind.INSERTED, "原则上"),
                                new Run(Kind.SAME, "三十分钟内完成派单。"))));
    }

    @Test
    void keepsThePlaceOfNewAndRemovedParagraphs() {
        var rows = TextComparison.of(List.of("一、甲", "乙乙乙乙", "丙"), List.of("一、甲", "丙", "新的一段"));

        assertThat(rows.stream().map(r -> r.left() + "/" + r.right())).containsExactly("1/1", "2/0", "3/2", "0/3");
    }

    @Test
    void twoWindowsAreMergedParagraphByParagraph() {
        var draft = Drafts.notice();
        var theirs = draft.withBody("标题甲", "一、范围\n各部门三十分钟内办理。\n特此通知。");
        var mine = draft.withBody("标题甲", "一、范围\n各部门四十分钟内办理。\n特此通知。\n我加的一段。");
        var rows = DocumentComparison.of(theirs, mine).rows();
        int changed =
                rows.indexOf(rows.stream().filter(Row::isChanged).findFirst().orElseThrow());

        assertThat(DocumentComparison.merged(theirs, mine, row -> row == changed)
                        .body())
                .isEqualTo("一、范围\n各部门三十分钟内办理。\n特此通知。\n我加的一段。");
        assertThat(DocumentComparison.merged(theirs, mine, row -> false)).isEqualTo(mine);
        assertThat(DocumentComparison.merged(theirs, mine, row -> true)).isEqualTo(theirs);
    }

    @Test
    void bothSidesCanBeReadBack() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int run = 0; run < 500; run++) {
            List<String> left = paragraphs(random);
            List<String> right = random.nextBoolean() ? changed(left, random) : paragraphs(random);
            List<Row> rows = TextComparison.of(left, right);

            assertThat(rows.stream().filter(r -> r.left() > 0).map(Row::leftText))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(left);
            assertThat(rows.stream().filter(r -> r.right() > 0).map(Row::rightText))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(right);
            if (left.equals(right)) {
                assertThat(rows).noneMatch(Row::isChanged);
            }
        }
    }

    private static List<String> paragraphs(Random random) {
        var paragraphs = new ArrayList<String>();
        for (int i = 0; i < random.nextInt(8); i++) {
            var paragraph = new StringBuilder("段");
            for (int c = 0; c < random.nextInt(20); c++) {
                paragraph.append("甲乙丙丁，".charAt(random.nextInt(5)));
            }
            paragraphs.add(paragraph.toString());
        }
        return paragraphs;
    }

    private static List<String> changed(List<String> paragraphs, Random random) {
        var changed = new ArrayList<>(paragraphs);
        if (!changed.isEmpty()) {
            int at = random.nextInt(changed.size());
            changed.set(at, changed.get(at) + "改");
        }
        return changed;
    }
}
