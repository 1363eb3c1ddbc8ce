package org.guanwu.foundation.structuredtext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunOnTextTests {

    @Test
    void findsTheParagraphsOfAnAnnouncement() {
        assertThat(RunOnText.paragraphs("即日起，允许进口。一、检验检疫依据（一）《中华人民共和国生物安全法》；（二）《中华人民共和国食品安全法》及其实施条例。"
                        + "二、允许进口的产品鳄梨，学名见附件1。三、其他1.不符合第二条第（一）项要求的，退回。2.暂停进口。"
                        + "特此公告。附件：1.监测方法.doc2.行动计划.doc海关总署 农业农村部2023年9月18日公告下载链接：海关总署公告.doc浏览次数：打印本页关闭"))
                .containsExactly(
                        "即日起，允许进口。",
                        "一、检验检疫依据",
                        "（一）《中华人民共和国生物安全法》；",
                        "（二）《中华人民共和国食品安全法》及其实施条例。",
                        "二、允许进口的产品鳄梨，学名见附件1。",
                        "三、其他",
                        "1.不符合第二条第（一）项要求的，退回。",
                        "2.暂停进口。",
                        "特此公告。",
                        "附件：1.监测方法.doc",
                        "2.行动计划.doc",
                        "海关总署 农业农村部",
                        "2023年9月18日",
                        "公告下载链接：海关总署公告.doc",
                        "浏览次数：打印本页关闭");
    }

    @Test
    void findsTheChaptersAndArticlesOfARule() {
        assertThat(RunOnText.paragraphs("第一章总则第一条为了规范监管，根据海关法第二条的规定，制定本办法。第二条本办法适用于进出境货物。"
                        + "第二章申报第一节一般规定第三条申报应当如实。依照第二条规定办理的除外。第四条第三条所称货物，包括：（一）样品；（二）展品。"))
                .containsExactly(
                        "第一章总则",
                        "第一条为了规范监管，根据海关法第二条的规定，制定本办法。",
                        "第二条本办法适用于进出境货物。",
                        "第二章申报",
                        "第一节一般规定",
                        "第三条申报应当如实。依照第二条规定办理的除外。",
                        "第四条第三条所称货物，包括：",
                        "（一）样品；",
                        "（二）展品。");
    }

    @Test
    void readsSignatureAndDateOfEarlierYears() {
        var text = StructuredText.recover("各隶属海关：现将有关事项通知如下：一、加强管理。二、按期报送。云州海关二〇〇八年五月四日");
        assertThat(text.blocks()).endsWith(new Block.Signature("云州海关"), new Block.DateLine("二〇〇八年五月四日"));
    }

    @Test
    void keepsTheLabelsOfAFoundText() {
        assertThat(StructuredText.recover("1．不合格的退回。2．暂停进口。(一)甲方；").toPlainText())
                .isEqualTo("1．不合格的退回。\n2．暂停进口。\n(一)甲方；");
    }

    @Test
    void neverLosesACharacter() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var pieces = List.of(
                "第一章",
                "第二条",
                "一、",
                "（一）",
                "1．",
                "2.",
                "(3)",
                "。",
                "；",
                "：",
                "附件：",
                "特此公告。",
                "海关总署",
                "2023年9月18日",
                "总则",
                "货物，",
                "公告下载链接：",
                ".doc",
                "浏览次数：",
                "\n",
                "　",
                " ",
                "“",
                "”",
                "1.5",
                "项",
                "|",
                "\t");
        for (int round = 0; round < 3000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            assertThat(bare(StructuredText.recover(text.toString()).toPlainText()))
                    .as("seed %s, text %s", seed, text)
                    .isEqualTo(bare(text.toString()));
        }
    }

    /** cells of a table are set apart with lines; nothing else is added */
    private static String bare(String text) {
        return text.replace('｜', '|').replaceAll("[\\s　\\u00a0\\ufeff|]", "");
    }
}
