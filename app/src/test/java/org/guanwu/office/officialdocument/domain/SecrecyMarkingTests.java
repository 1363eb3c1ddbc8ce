package org.guanwu.office.officialdocument.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("保守国家秘密法第三十一条第（三）项：非涉密系统不得存储、处理国家秘密")
class SecrecyMarkingTests {

    @ParameterizedTest
    @CsvSource({
        "机密★10年, 机密",
        "秘密★1年, 秘密",
        "绝密★, 绝密",
        "绝密★长期, 绝密",
        "秘密★6个月, 秘密",
        "机　密★5年, 机密",
        "秘密 ☆ 3年, 秘密",
        "机密*20年, 机密",
        "第一段。\\n机密\\n第二段。, 机密",
        "　　秘　密, 秘密",
        "机密10年, 机密",
        "秘密（5年）, 秘密",
        "【机密】关于调整的通知, 机密",
        "密级：秘密, 秘密",
        "密级和保密期限：机密10年, 机密",
        "| 密级 | 秘密 |, 秘密",
        "正文写完了。机密★10年, 机密"
    })
    void findsAMarking(String text, String level) {
        assertThat(SecrecyMarking.findLevel(text.replace("\\n", "\n"))).contains(level);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "不得泄露国家秘密、工作秘密和商业秘密。",
                "涉及国家秘密的，依照保密法办理。",
                "保守商业秘密",
                "机密级计算机应当单独存放。",
                "秘密级文件由机要室保管，绝密文件不在此列。",
                "密级：无",
                "密级：非密",
                "一、保守秘密",
                "本系统不受理标有密级的文件。",
                "秘密和机密的区别",
                "秘书科"
            })
    void leavesProseAlone(String text) {
        assertThat(SecrecyMarking.findLevel(text)).isEmpty();
    }
}
