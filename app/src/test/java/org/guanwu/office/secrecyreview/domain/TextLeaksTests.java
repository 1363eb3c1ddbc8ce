package org.guanwu.office.secrecyreview.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.guanwu.office.secrecyreview.Leak;
import org.guanwu.office.secrecyreview.LeakKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All numbers are invented; those with a checksum have been given a right one. */
class TextLeaksTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "身份证号码为110101199003077758的旅客 | ID_NUMBER | 110101199003077758",
                "当事人证件 11010119900307775８ | ID_NUMBER | 11010119900307775８",
                "11010519491231002X | ID_NUMBER | 11010519491231002X",
                "11010519491231002x。 | ID_NUMBER | 11010519491231002x",
                "110101 19900307 7758 | ID_NUMBER | 110101 19900307 7758",
                "公民身份号码：110101199003077750 | ID_NUMBER | 110101199003077750",
                "身份证 110101900307775 | ID_NUMBER | 110101900307775",
                "联系人手机13812345678 | MOBILE_NUMBER | 13812345678",
                "+86 138-1234-5678 | MOBILE_NUMBER | +86 138-1234-5678",
                "咨询电话：0571-88881234 | LANDLINE_NUMBER | 0571-88881234",
                "（010）65194114转8001 | LANDLINE_NUMBER | （010）65194114转8001",
                "传真：65195678 | LANDLINE_NUMBER | 65195678",
                "卡号 6222021234567890128 | BANK_ACCOUNT | 6222021234567890128",
                "6222 0212 3456 7890 128 | BANK_ACCOUNT | 6222 0212 3456 7890 128",
                "缴款账号：330101040012345 | BANK_ACCOUNT | 330101040012345",
                "护照号码：E12345678 | PASSPORT_NUMBER | E12345678",
                "发送至 wang.mou@example.com 邮箱 | EMAIL_ADDRESS | wang.mou@example.com",
                "当事人：王某某（身份证号：略） | PERSON_NAME | 王某某",
                "姓名：欧阳明远 | PERSON_NAME | 欧阳明远",
                "秘密★5年 | SECRECY_MARKING | 秘密★",
                "机密 | SECRECY_MARKING | 机密",
                "密级：秘密 | SECRECY_MARKING | 密级：秘密",
                "内部资料，注意保存 | SECRECY_MARKING | 内部资料，注意保存",
            })
    void finds(String text, LeakKind kind, String found) {
        assertThat(TextLeaks.in(text, 3)).contains(new Leak(kind, 3, text.indexOf(found), found));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "公告〔2023〕104号自2023年10月1日起实施。",
                "税则号列0301110000、03011900.10的货物。",
                "报关单号220120231234567890。",
                "统一社会信用代码91330000MA2ABCDE1X。",
                "任何单位和个人不得泄露国家秘密、商业秘密。",
                "凭居民身份证办理。",
                "拨打12360海关服务热线。",
                "金额合计12345678901234元。",
                "备案号2024010112345678。",
                "使用代码9900，运输方式为9。",
                "王某某向海关申报。",
                "批次110101199013077758不合格。",
            })
    void leavesOrdinaryTextAlone(String text) {
        assertThat(TextLeaks.in(text, 0)).isEmpty();
    }

    @Test
    @DisplayName("GB 11643—1999：校验码按 ISO 7064 MOD 11-2")
    void knowsTheCheckDigitOfAnIdNumber() {
        assertThat(TextLeaks.hasIdChecksum("11010519491231002X")).isTrue();
        assertThat(TextLeaks.hasIdChecksum("110105194912310021")).isFalse();
    }

    @Test
    void reportsEachCharacterOnce() {
        assertThat(TextLeaks.in("账号：110101199003077758", 0))
                .extracting(Leak::kind)
                .containsExactly(LeakKind.ID_NUMBER);
    }

    @Test
    void survivesAnything() {
        assertThat(TextLeaks.in("", 0)).isEmpty();
        assertThat(TextLeaks.in("1".repeat(100_000), 0)).isEmpty();
        assertThat(TextLeaks.in("a@".repeat(50_000), 0)).isEmpty();
    }
}
