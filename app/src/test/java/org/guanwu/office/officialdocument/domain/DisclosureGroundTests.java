package org.guanwu.office.officialdocument.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.guanwu.office.officialdocument.DisclosureAttribute;
import org.guanwu.office.officialdocument.DisclosureGround;
import org.guanwu.office.officialdocument.DocumentType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisclosureGroundTests {

    @ParameterizedTest
    @CsvSource({
        "PROHIBITED_BY_LAW, 第十四条, WITHHELD",
        "ENDANGERS_SECURITY, 第十四条, WITHHELD",
        "THIRD_PARTY_RIGHTS, 第十五条, WITHHELD",
        "PERSONNEL, 第十六条第一款, WITHHELD",
        "LOGISTICS, 第十六条第一款, WITHHELD",
        "INTERNAL_WORKFLOW, 第十六条第一款, WITHHELD",
        "DISCUSSION_RECORD, 第十六条第二款, WITHHELD",
        "PROCESS_DRAFT, 第十六条第二款, WITHHELD",
        "CONSULTATION_LETTER, 第十六条第二款, WITHHELD",
        "REPORT_AND_REQUEST, 第十六条第二款, WITHHELD",
        "ENFORCEMENT_FILE, 第十六条第二款, WITHHELD",
        "NOT_FOR_THE_WHOLE_PUBLIC, 第十九条, ON_REQUEST",
        "SPECIFIC_PERSONS, 第二十七条, ON_REQUEST"
    })
    @DisplayName("政府信息公开条例：不予公开只有第十四条至第十六条列明的依据")
    void eachGroundHasItsArticle(DisclosureGround ground, String article, DisclosureAttribute attribute) {
        assertThat(ground.article()).startsWith("《政府信息公开条例》").contains(article);
        assertThat(ground.fits(attribute)).isTrue();
        assertThat(ground.fits(DisclosureAttribute.PROACTIVE)).isFalse();
    }

    @Test
    @DisplayName("保密法第六十四条的工作秘密和“内部资料”不是不予公开的依据，不提供选择；国家秘密不得进入本系统")
    void neverOffersWhatIsNoGround() {
        assertThat(Arrays.stream(DisclosureGround.values()).map(DisclosureGround::label))
                .noneMatch(label -> label.contains("工作秘密") || label.contains("内部资料") || label.contains("国家秘密"));
        assertThat(DisclosureGround.listFor(DisclosureAttribute.PROACTIVE)).isEmpty();
    }

    @Test
    @DisplayName("国办发〔2016〕80号：拟不公开的要说明理由，主动公开不必")
    void aGroundIsAskedOfEverythingButProactiveDisclosure() {
        assertThat(Drafts.notice().lacksGround()).isFalse();
        assertThat(Drafts.attribute(null, List.of(), "").lacksGround()).isTrue();
        assertThat(Drafts.attribute(DisclosureAttribute.WITHHELD, List.of(), "因为")
                        .lacksGround())
                .isTrue();
        assertThat(Drafts.attribute(DisclosureAttribute.WITHHELD, List.of(DisclosureGround.PERSONNEL), "")
                        .lacksGround())
                .isFalse();
    }

    @Test
    @DisplayName("条例第十四条、第十五条：须写明禁止公开的法律、危及哪一项或者第三方的何种权益")
    void somegroundsAskForWordsBesidesTheArticle() {
        var third = List.of(DisclosureGround.THIRD_PARTY_RIGHTS);

        assertThat(Drafts.attribute(DisclosureAttribute.WITHHELD, third, "").lacksGround())
                .isTrue();
        assertThat(Drafts.attribute(DisclosureAttribute.WITHHELD, third, "载有某公司报价，公开将损害其商业秘密")
                        .lacksGround())
                .isFalse();
    }

    @Test
    @DisplayName("公文条例第八条：十五种公文文种")
    void thereAreFifteenTypes() {
        assertThat(Arrays.stream(DocumentType.values()).map(DocumentType::label))
                .containsExactly(
                        "决议", "决定", "命令（令）", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函", "纪要");
    }
}
