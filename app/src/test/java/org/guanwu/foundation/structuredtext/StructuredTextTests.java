package org.guanwu.foundation.structuredtext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructuredTextTests {

    private static final String NOTICE = """
            各隶属海关，机关各部门：
            　　为进一步提升通关效率，现就有关事项通知如下：
            一、优先派单
            对八类货物设置优先查验标识。
            三、夜间值守
            (一)人员。每班不少于二人，其中一人具备植物检疫岗位资质。
            1、登记。逐票登记。
            (2)温度记录一并保存；

            岗位\t人数
            查验\t2
            附件：1.夜间查验岗位安排
            2.现场联系人名册
            云州海关
            2026年10月15日
            （此件公开发布）
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "第一章 总则 | CHAPTER",
                "第二节 申报 | SECTION",
                "一、优先派单 | FIRST",
                "十二、附则 | FIRST",
                "（一）人员 | SECOND",
                "(三)场地 | SECOND",
                "1.申报要素 | THIRD",
                "12．核对要素 | THIRD",
                "（1）品名 | FOURTH",
                "附件1 | ATTACHMENT"
            })
    @DisplayName("GB/T 9704—2012 7.3.3：层次序号依次为一、（一）1.（1）；规章另有章、节")
    void recognisesHeadings(String line, Level level) {
        assertThat(StructuredText.parse(line).blocks())
                .singleElement()
                .isInstanceOfSatisfying(
                        Block.Heading.class, h -> assertThat(h.level()).isEqualTo(level));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "第三条 海关应当即时办理。 | ARTICLE | 第三条",
                "第三十一条之一 本条另有规定的除外。 | ARTICLE | 第三十一条之一",
                "（二）场地。温度记录应当保存。 | SECOND | （二）场地。",
                "（三）法律、行政法规规定的其他情形； | SECOND | （三）",
                "2.提交材料，逐项核对。 | THIRD | 2."
            })
    void setsTheLeadOfALevelledParagraph(String line, Level level, String lead) {
        assertThat(StructuredText.parse(line).blocks())
                .singleElement()
                .isInstanceOfSatisfying(Block.Paragraph.class, p -> {
                    assertThat(p.level()).isEqualTo(level);
                    assertThat(p.lead()).isEqualTo(lead);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"第三条第一款所称货物，是指下列货物。", "第五条至第七条的规定适用于邮递物品。", "2.5吨以上的车辆按规定办理。", "一是优化流程。", "附件所列商品不适用本公告。"})
    void doesNotTakeAReferenceForALabel(String line) {
        assertThat(StructuredText.parse(line).blocks()).containsExactly(new Block.Paragraph(null, "", line));
    }

    @Test
    void readsAWholeNotice() {
        var text = StructuredText.parse(NOTICE);

        assertThat(text.blocks())
                .containsExactly(
                        new Block.Recipients("各隶属海关，机关各部门："),
                        new Block.Paragraph(null, "", "为进一步提升通关效率，现就有关事项通知如下："),
                        new Block.Heading(Level.FIRST, "一、优先派单"),
                        new Block.Paragraph(null, "", "对八类货物设置优先查验标识。"),
                        new Block.Heading(Level.FIRST, "三、夜间值守"),
                        new Block.Paragraph(Level.SECOND, "（一）人员。", "每班不少于二人，其中一人具备植物检疫岗位资质。"),
                        new Block.Paragraph(Level.THIRD, "1.登记。", "逐票登记。"),
                        new Block.Paragraph(Level.FOURTH, "（2）", "温度记录一并保存；"),
                        new Block.Table(List.of(List.of("岗位", "人数"), List.of("查验", "2"))),
                        new Block.AttachmentNote(List.of("夜间查验岗位安排", "现场联系人名册")),
                        new Block.Signature("云州海关"),
                        new Block.DateLine("2026年10月15日"),
                        new Block.Annotation("（此件公开发布）"));
        assertThat(text.headings())
                .containsExactly(new TextHeading(2, "s1", "一、优先派单"), new TextHeading(2, "s2", "三、夜间值守"));
    }

    @Test
    void readsTablesWithPipes() {
        assertThat(StructuredText.parse("| 品名 | 税号 |\n|---|:--:|\n| 鲜活水产 | 0301 |")
                        .blocks())
                .containsExactly(new Block.Table(List.of(List.of("品名", "税号"), List.of("鲜活水产", "0301"))));
    }

    @Test
    void acceptsTheDateFormOfEarlierYears() {
        assertThat(StructuredText.parse("杭州海关\n二○○八年五月四日").blocks())
                .containsExactly(new Block.Signature("杭州海关"), new Block.DateLine("二○○八年五月四日"));
    }

    @Test
    void escapesEverythingInHtml() {
        String html = StructuredText.parse("""
                <script>alert("1")</script>：
                一、A<b>&
                <img src=x onerror=1>。
                | <i> | ' |
                附件：<u>
                """).toHtml();

        assertThat(html)
                .doesNotContain("<script", "<b>", "<img", "<i>", "<u>")
                .contains("&lt;script&gt;", "&#39;", "A&lt;b&gt;&amp;");
    }

    @Test
    void headingLevelsHaveNoGaps() {
        String html = StructuredText.parse("第一章 总则\n（一）范围\n（1）品名").toHtml();

        assertThat(html).contains("<h2 id=\"s1\"", "<h3 id=\"s2\"", "<h4 id=\"s3\"");
    }

    @Test
    void jsonKeepsEveryBlock() {
        var text = StructuredText.parse(NOTICE).precededBy(List.of(new Block.Title("云州海关关于优化查验的通知")));

        assertThat(StructuredText.ofJson(text.toJson())).isEqualTo(text);
        assertThat(text.digest()).hasSize(64).isNotEqualTo(StructuredText.EMPTY.digest());
    }

    @Test
    void readingItsOwnPlainTextGivesTheSameBlocks() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        String[] pieces = {
            "第一章 总则",
            "第一条 为了规范。",
            "一、优先派单",
            "（一）人员。每班二人。",
            "1.登记要素",
            "（1）品名；",
            "各隶属海关：",
            "普通段落，没有序号。",
            "| 甲 | 乙 |",
            "丙\t丁|戊",
            "附件：1.清单",
            "2.名册",
            "云州海关",
            "2026年1月2日",
            "（此件公开发布）",
            "附件2",
            "　",
            "（联系人：王某）"
        };
        for (int run = 0; run < 2000; run++) {
            var typed = new StringBuilder();
            for (int i = 0; i < 1 + random.nextInt(12); i++) {
                typed.append(pieces[random.nextInt(pieces.length)]).append('\n');
            }
            var once = StructuredText.parse(typed.toString());
            assertThat(StructuredText.parse(once.toPlainText()))
                    .as("seed %d, text:%n%s", seed, typed)
                    .isEqualTo(once);
            assertThat(StructuredText.ofJson(once.toJson())).isEqualTo(once);
        }
    }
}
