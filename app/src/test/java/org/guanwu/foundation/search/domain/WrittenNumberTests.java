package org.guanwu.foundation.search.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenNumberTests {

    @ParameterizedTest
    @DisplayName("GB/T 9704-2012 7.2.5：同一文号，无论括号、全半角、空格、“第”“号”怎样写")
    @ValueSource(
            strings = {
                "杭关办发〔2008〕99号",
                "杭关办发[2008]99号",
                "杭关办发(2008)99号",
                "杭关办发（2008）99号",
                "杭关办发【2008】99号",
                "杭关办发［2008］99号",
                "杭关办发2008 99号",
                "杭关办发200899号",
                "杭关办发200899",
                "杭关办发 2008 99",
                "杭关办发〔2008〕99",
                "杭关办发（２００８）９９号",
                "杭关办发 〔 2008 〕 99 号",
                "杭关办发2008年99号",
                "杭关办发〔2008〕第99号",
                "杭关办发〔2008〕099号",
                "杭关办发　２００８　９９",
                "杭关办发{2008}99号",
                "杭关办发﹝2008﹞99号",
            })
    void isTheSameNumber(String written) {
        assertThat(WrittenNumber.find(written)).get().satisfies(number -> {
            assertThat(number.key()).isEqualTo("杭关办发|2008|99");
            assertThat(number.written()).isEqualTo("杭关办发〔2008〕99号");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "公告〔2023〕148号, 公告|2023|148",
        "海关总署公告2019年第158号, 海关总署公告|2019|158",
        "海关总署令第256号, 海关总署令||256",
        "总署令256号, 总署令||256",
        "第256号令, 令||256",
        "〔2008〕99号, |2008|99",
        "2008年第99号, |2008|99",
        "云关办发〔2026〕, 云关办发|2026",
        "云关办发 2026, 云关办发|2026",
    })
    void readsOtherForms(String written, String key) {
        assertThat(WrittenNumber.find(written)).map(WrittenNumber::key).contains(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026年10月16日", "2026-10-16", "集中报关", "", "号", "〔〕", "2026.10.16", "30%", "税"})
    void isNoNumber(String text) {
        assertThat(WrittenNumber.find(text)).isEmpty();
    }

    @Test
    void aSentenceBeforeTheNumberDoesNotHideIt() {
        var number = WrittenNumber.find("关于杭关办发〔2008〕99号的通知").orElseThrow();
        assertThat(number.endings()).contains("杭关办发|2008|99");
        assertThat(number.isSameAs(WrittenNumber.find("杭关办发2008 99").orElseThrow()))
                .isTrue();
    }

    @Test
    void isFoundByTheEndOfItsCode() {
        assertThat(WrittenNumber.find("海关总署公告2023年第148号").orElseThrow().keys())
                .contains("公告|2023|148", "|2023|148", "海关总署公告|2023")
                .doesNotContain("|2023");
    }

    @Test
    void listsTheNumbersOfAText() {
        assertThat(WrittenNumber.listIn(FoldedText.of("依据公告〔2023〕148号和云关发〔2024〕7号，自2026年11月20日起施行")))
                .extracting(WrittenNumber::serial)
                .containsExactly("148", "7");
    }

    @Test
    void neverFailsAndNeverHangsOnAnything() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        String alphabet = "杭关办发〔〕[]()（）2008年99第号令 　“”\\*?\"'<>&%月日";
        for (int i = 0; i < 5_000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(60); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            WrittenNumber.find(text.toString())
                    .ifPresent(n -> assertThat(n.keys()).isNotEmpty());
            TypedQuery.parse(text.toString());
        }
        assertThat(WrittenNumber.listIn("关".repeat(20_000) + "2008")).isInstanceOf(List.class);
    }
}
