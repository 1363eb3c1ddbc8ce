package org.guanwu.office.officialdocument.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guanwu.foundation.identity.Actor;
import org.guanwu.foundation.numbering.DocumentNumber;
import org.guanwu.foundation.shared.Refusal;
import org.guanwu.foundation.shared.StaleVersion;
import org.guanwu.office.officialdocument.DocumentType;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutgoingDocumentTests {

    private static final Instant NOW = Instant.parse("2026-10-14T06:35:00Z");
    private static final Actor DRAFTER = new Actor(1, 11, "王某", 7, "口岸监管处", "/1/2/7/", List.of(), "");
    private static final Actor REVIEWER = new Actor(2, 12, "陈某", 8, "办公室", "/1/2/8/", List.of(), "");

    private final OutgoingDocument document = new OutgoingDocument(
            new OutgoingDocumentId(5),
            new OutgoingDocument.Origin(UUID.randomUUID(), 7, "/1/2/7/", "口岸监管处", 2, "澜州海关", 11, "王某", NOW),
            new OutgoingDocument.Progress(DocumentStatus.DRAFT, null, null, null),
            new OutgoingDocument.Revision(1, 1, false, Drafts.notice(), 11, "王某", NOW),
            null,
            null);

    @Test
    void aSaveFromAnotherWindowIsNotOverwritten() {
        document.revise(DRAFTER, 1, Drafts.notice().withBody("甲", "乙"), NOW);

        assertThatThrownBy(() -> document.revise(DRAFTER, 1, Drafts.notice(), NOW))
                .isInstanceOfSatisfying(
                        StaleVersion.class, e -> assertThat(e.current()).isEqualTo(2))
                .hasMessageContaining("您本人")
                .hasMessageContaining("14:35");
        assertThat(document.content().title()).isEqualTo("甲");
    }

    @Test
    void theFirstChangeAfterHandingOverIsANewDraft() {
        document.revise(DRAFTER, 1, Drafts.notice().withBody("甲", "乙"), NOW);
        assertThat(document.revision().draftNo()).isEqualTo(1);
        document.send(NOW);
        document.revise(REVIEWER, 2, Drafts.notice().withBody("甲", "丙"), NOW);
        document.revise(REVIEWER, 3, Drafts.notice().withBody("甲", "丁"), NOW);

        assertThat(document.revision().draftNo()).isEqualTo(2);
    }

    @Test
    void theTypeIsFixedOnceSent() {
        document.send(NOW);

        assertThatThrownBy(() -> document.revise(DRAFTER, 1, DraftContent.blank(DocumentType.REPORT), NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("不能改文种");
        assertThatThrownBy(() -> document.send(NOW)).isInstanceOf(Refusal.class);
    }

    @Test
    @DisplayName("公文条例第二十二条、第二十五条：未签发、未编号的不得印发")
    void nothingIsIssuedUnsignedOrUnnumbered() {
        document.send(NOW);
        assertThatThrownBy(() -> document.issue(NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("签发");
        document.sign(20, "李某", LocalDate.of(2026, 10, 15));
        assertThatThrownBy(() -> document.issue(NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("文号");
        document.receiveNumber(new DocumentNumber("澜关办发", 2026, 12));
        document.issue(NOW);

        assertThat(document.status()).isEqualTo(DocumentStatus.ISSUED);
        assertThatThrownBy(() -> document.revise(DRAFTER, 1, Drafts.notice(), NOW))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aNumberNeverChanges() {
        document.receiveNumber(new DocumentNumber("澜关办发", 2026, 12));
        document.receiveNumber(new DocumentNumber("澜关办发", 2026, 12));

        assertThatThrownBy(() -> document.receiveNumber(new DocumentNumber("澜关办发", 2026, 13)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("12号");
    }

    @Test
    @DisplayName("公文条例第九条第（十二）项：联合行文署最后签发机关负责人签发的日期")
    void theDateIsThatOfTheLastSignature() {
        document.send(NOW);
        document.sign(20, "李某", LocalDate.of(2026, 10, 16));
        document.sign(21, "赵某", LocalDate.of(2026, 10, 15));

        assertThat(document.signature()).isNotNull();
        assertThat(document.signature().documentDate()).isEqualTo("2026-10-16");
    }

    @Test
    void aReturnUndoesTheSignature() {
        document.send(NOW);
        document.sign(20, "李某", LocalDate.of(2026, 10, 16));
        document.returnToDrafter();

        assertThat(document.signature()).isNull();
        assertThat(document.status()).isEqualTo(DocumentStatus.RETURNED);
    }

    @Test
    void contentSurvivesItsJson() {
        var json = OutgoingDocumentRepository.JSON;
        var draft = Drafts.notice();

        assertThat(json.readValue(json.writeValueAsString(draft), DraftContent.class))
                .isEqualTo(draft);
        assertThat(json.writeValueAsString(draft)).doesNotContain("signedByHead", "withheldPolicy", "\"text\"");
    }

    @Test
    void whatTouchesTheSubstanceCannotBeDeclaredAsForm() {
        var before = Drafts.notice();

        assertThat(Substance.isTouched(before, before.withBody(before.title(), "改了文字")))
                .isFalse();
        assertThat(Substance.isTouched(before, before.withBody("另一个标题", before.body())))
                .isTrue();
    }
}
