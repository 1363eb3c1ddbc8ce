package org.guanwu.foundation.search.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.guanwu.foundation.search.domain.TypedQuery.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedQueryTests {

    @Test
    void separatesWords() {
        assertThat(TypedQuery.parse("综保区　集中报关，担保 AEO").terms())
                .extracting(Term::text)
                .containsExactly("综保区", "集中报关", "担保", "aeo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"“分送集报 担保”", "\"分送集报 担保\"", "「分送集报 担保」", "《分送集报 担保》"})
    void keepsAPhraseInAnyQuotes(String typed) {
        assertThat(TypedQuery.parse(typed).terms()).containsExactly(new Term("分送集报 担保", true));
    }

    @ParameterizedTest
    @CsvSource({
        "集中报关, 0",
        "杭关办发〔2008〕99号, 1",
        "分批送货、集中报关, 1",
        "2026年第12号公告, 1",
        "AEO企业, 0",
        "税 AEO, 0",
        "税收AEO企业2个, 2",
        "AEO, 0"
    })
    void knowsHowFarAPhraseIsSpread(String phrase, int slop) {
        assertThat(TypedQuery.slop(phrase)).isEqualTo(slop);
    }

    @Test
    void mixesPhrasesAndWords() {
        assertThat(TypedQuery.parse("税“免除担保”企业").terms())
                .containsExactly(new Term("税", false), new Term("免除担保", true), new Term("企业", false));
    }

    @Test
    void anUnclosedQuoteIsStillAPhrase() {
        assertThat(TypedQuery.parse("“免除担保").terms()).containsExactly(new Term("免除担保", true));
    }

    @Test
    void knowsANumberAndItsWords() {
        var typed = TypedQuery.parse("杭关办发（2008）99号 减免税");
        assertThat(typed.findNumber()).map(WrittenNumber::key).contains("杭关办发|2008|99");
        assertThat(typed.terms()).extracting(Term::text).contains("减免税");
    }

    @ParameterizedTest
    @ValueSource(strings = {"？", "***", "“”", "---", "　", "\u0000\u0007", "\uD83D"})
    void ofNothingIsNothing(String typed) {
        assertThat(TypedQuery.parse(typed).isEmpty()).isTrue();
    }

    @Test
    void isShortened() {
        assertThat(TypedQuery.parse("税 ".repeat(5_000)).terms()).hasSize(12);
        assertThat(TypedQuery.parse("税".repeat(5_000)).terms().getFirst().text())
                .hasSize(200);
    }
}
