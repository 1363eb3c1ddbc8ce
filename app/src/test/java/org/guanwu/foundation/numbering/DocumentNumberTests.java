package org.guanwu.foundation.numbering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentNumberTests {

    @Test
    @DisplayName("GB/T 9704-2012 7.2.5：年份用六角括号，不编虚位，不加“第”")
    void isWrittenAsTheStandardSays() {
        assertThat(new DocumentNumber("云关办发", 2026, 7)).hasToString("云关办发〔2026〕7号");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "云关办发〔2026〕72号",
                "云关办发[2026]72号",
                "云关办发(2026)72",
                "云关办发（2026）第072号",
                "云关办发【2026】72",
                "云关办发 2026 72",
                "　云关办发　〔2026〕 72 号 ",
                "云关办发［2026］0072号"
            })
    void isReadHoweverItIsTyped(String typed) {
        assertThat(DocumentNumber.parse(typed)).contains(new DocumentNumber("云关办发", 2026, 72));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "云关办发", "云关办发2026", "2026 72", "云关办发〔2026〕0号", "云关办发〔2026〕99999999999号"})
    void whatIsNoNumberIsNone(String typed) {
        assertThat(DocumentNumber.parse(typed)).isEmpty();
    }
}
