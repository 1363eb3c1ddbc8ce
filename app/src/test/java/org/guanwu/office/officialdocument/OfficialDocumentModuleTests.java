package org.guanwu.office.officialdocument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.routing.RouteView;
import org.guanwu.foundation.shared.ChinaTime;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.NotFound;
import org.guanwu.foundation.shared.Refusal;
import org.guanwu.foundation.shared.StaleVersion;
import org.guanwu.foundation.structuredtext.Block;
import org.guanwu.foundation.workingday.LegalClocks;
import org.guanwu.foundation.workingday.WorkingDays;
import org.guanwu.office.officialdocument.OutgoingDocumentScenario.Office;
import org.guanwu.office.officialdocument.domain.Attachments;
import org.guanwu.office.officialdocument.domain.DocumentAccess;
import org.guanwu.office.officialdocument.domain.DocumentHistory;
import org.guanwu.office.officialdocument.domain.DocumentStatus;
import org.guanwu.office.officialdocument.domain.DraftContent;
import org.guanwu.office.officialdocument.domain.Drafting;
import org.guanwu.office.officialdocument.domain.Drafts;
import org.guanwu.office.officialdocument.domain.MarkedAsSecret;
import org.guanwu.office.officialdocument.domain.OutgoingDocument;
import org.guanwu.office.officialdocument.domain.OutgoingDocumentRegister;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@GuanwuTest
class OfficialDocumentModuleTests {

    private final OutgoingDocumentScenario scenario;
    private final Drafting drafting;
    private final Attachments attachments;
    private final DocumentAccess access;
    private final DocumentHistory history;
    private final OutgoingDocumentRegister register;
    private final OutgoingDocuments documents;
    private final LegalClocks clocks;
    private final WorkingDays workingDays;
    private final JdbcClient jdbc;
    private final Clock clock;

    OfficialDocumentModuleTests(
            OutgoingDocumentScenario scenario,
            Drafting drafting,
            Attachments attachments,
            DocumentAccess access,
            DocumentHistory history,
            OutgoingDocumentRegister register,
            OutgoingDocuments documents,
            LegalClocks clocks,
            WorkingDays workingDays,
            JdbcClient jdbc,
            Clock clock) {
        this.scenario = scenario;
        this.drafting = drafting;
        this.attachments = attachments;
        this.access = access;
        this.history = history;
        this.register = register;
        this.documents = documents;
        this.clocks = clocks;
        this.workingDays = workingDays;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private OutgoingDocument read(Office office, OutgoingDocumentId id) {
        return access.get(scenario.actor(office.drafter()), id);
    }

    private static String title() {
        return "澜州海关关于优化鲜活货物查验" + UUID.randomUUID().toString().substring(0, 8) + "的通知";
    }

    @Test
    @DisplayName("公文条例第十九条至第二十五条：起草、审核、退回、重送、会签、签发、复核、编号、印发")
    void goesTheWholeWay() {
        Office office = scenario.office();
        var draft = Drafts.concerningOthers(
                Drafts.notice().withBody(title(), Drafts.notice().body()));
        OutgoingDocumentId id = scenario.draft(office.drafter(), draft);
        scenario.send(
                office.drafter(),
                id,
                Map.of("countersign", List.of(office.countersigner().id())));
        assertThat(read(office, id).status()).isEqualTo(DocumentStatus.UNDER_WAY);

        scenario.sendBack(id, office.unitHead(), "draft", false);
        assertThat(read(office, id).status()).isEqualTo(DocumentStatus.RETURNED);
        drafting.save(
                scenario.actor(office.drafter()),
                id,
                scenario.version(office.drafter(), id),
                draft.withBody(draft.title(), draft.body() + "\n三、夜间值守\n设置夜间查验岗。"),
                true);
        assertThat(read(office, id).revision().draftNo()).isEqualTo(2);
        scenario.approve(
                id,
                office.drafter(),
                office.unitHead(),
                office.countersigner(),
                office.reviewer(),
                office.officeHead());
        assertThat(read(office, id).signature()).isNull();

        scenario.approve(id, office.leader());
        var signed = read(office, id);
        var today = ChinaTime.dateOf(clock.instant());
        assertThat(signed.status()).isEqualTo(DocumentStatus.SIGNED);
        assertThat(signed.signature()).isNotNull();
        assertThat(signed.signature().documentDate()).isEqualTo(today);
        assertThat(signed.signature().signatoryName()).isEqualTo("李岱");
        assertThat(signed.number()).isNull();
        assertThat(clocks.find(id.matter(), "publication.proactive")).hasValueSatisfying(c -> {
            assertThat(c.startedOn()).isEqualTo(today);
            assertThat(c.dueOn()).isEqualTo(workingDays.dueDate(today, 20));
        });

        scenario.approve(id, office.registrar());
        assertThat(read(office, id).number()).hasToString(office.code() + "〔" + today.getYear() + "〕1号");
        assertThat(documents.findIssued(id)).isEmpty();
        scenario.approve(id, office.registrar());

        assertThat(read(office, id).status()).isEqualTo(DocumentStatus.ISSUED);
        var issued = documents.findIssued(id).orElseThrow();
        assertThat(issued.facts().attribute()).isEqualTo(DisclosureAttribute.PROACTIVE);
        assertThat(issued.facts().issuingAuthorityName()).isEqualTo("澜州海关");
        assertThat(issued.text().blocks().getFirst()).isEqualTo(new Block.Recipients("各隶属海关，机关各部门："));
        assertThat(issued.text().blocks()).contains(new Block.Signature("澜州海关"), new Block.Annotation("（此件公开发布）"));
        assertThat(documents.listIssued(scenario.actor(office.drafter()), draft.title(), 5))
                .hasSize(1);
        assertThat(history.listLines(id).stream().map(DocumentHistory.Line::act))
                .containsSubsequence("印发", "编号", "签发", "送审", "起草");
    }

    @Test
    @DisplayName("国办发〔2016〕80号：没有依据的，核稿只能退回")
    void aReviewerCanOnlyReturnADraftWhoseAttributeLacksItsReason() {
        Office office = scenario.office();
        var withheld = Drafts.withAttribute(
                Drafts.notice().withBody(title(), "正文。"), DisclosureAttribute.WITHHELD, List.of(), "");
        OutgoingDocumentId id = scenario.draft(office.drafter(), withheld);
        scenario.send(office.drafter(), id, Map.of());

        assertThatThrownBy(() -> scenario.approve(id, office.unitHead()))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo("officialdocument.ground-missing"))
                .hasMessageContaining("不予公开")
                .hasMessageContaining("只能退回");
        scenario.sendBack(id, office.unitHead(), "draft", false);

        assertThat(read(office, id).status()).isEqualTo(DocumentStatus.RETURNED);
    }

    @Test
    @DisplayName("海关总署2016年实施办法一（二）：拟不公开的政策性文件先经政务公开机构审查")
    void aWithheldPolicyDocumentPassesTheDisclosureOfficeFirst() {
        Office office = scenario.office();
        var withheld = Drafts.withAttribute(
                Drafts.notice().withBody(title(), "正文。"),
                DisclosureAttribute.WITHHELD,
                List.of(DisclosureGround.INTERNAL_WORKFLOW),
                "");
        OutgoingDocumentId id = scenario.draft(office.drafter(), withheld);
        scenario.send(office.drafter(), id, Map.of());
        scenario.approve(id, office.unitHead(), office.reviewer());

        assertThat(scenario.view(office.disclosure(), id).running().getFirst().key())
                .isEqualTo("disclosure-review");
        scenario.approve(id, office.disclosure(), office.officeHead(), office.leader());

        assertThat(read(office, id).status()).isEqualTo(DocumentStatus.SIGNED);
        assertThat(clocks.find(id.matter(), "publication.proactive")).isEmpty();
    }

    @Test
    @DisplayName("审查之后改了公开属性的，签发被拒，须重新审查")
    void anAttributeChangedAfterReviewCannotBeSigned() {
        Office office = scenario.office();
        var draft = Drafts.notice().withBody(title(), "正文。");
        OutgoingDocumentId id = scenario.draft(office.drafter(), draft);
        scenario.send(office.drafter(), id, Map.of());
        scenario.approve(id, office.unitHead());
        drafting.save(
                scenario.actor(office.reviewer()),
                id,
                scenario.version(office.reviewer(), id),
                Drafts.withAttribute(
                        draft, DisclosureAttribute.WITHHELD, List.of(DisclosureGround.INTERNAL_WORKFLOW), ""),
                true);
        scenario.approve(id, office.reviewer(), office.officeHead());

        assertThatThrownBy(() -> scenario.approve(id, office.leader()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("政务公开机构审查");
        assertThat(read(office, id).signature()).isNull();
    }

    @Test
    @DisplayName("公文条例第二十二条：上行文由机关主要负责人签发")
    void anUpwardDocumentIsSignedByTheHead() {
        Office office = scenario.office();
        OutgoingDocumentId id = scenario.draft(
                office.drafter(),
                Drafts.of(
                        DocumentType.REPORT,
                        "澜州海关关于" + UUID.randomUUID() + "工作情况的报告",
                        "海关总署",
                        "",
                        "现将有关情况报告如下：\n工作平稳。"));
        scenario.send(office.drafter(), id, Map.of());
        scenario.approve(id, office.unitHead(), office.reviewer(), office.officeHead());

        assertThatThrownBy(() -> scenario.approve(id, office.leader())).isInstanceOf(RuntimeException.class);
        scenario.approve(id, office.head());

        assertThat(read(office, id).signature()).isNotNull();
        assertThat(read(office, id).signature().signatoryName()).isEqualTo("高远");
    }

    @Test
    @DisplayName("公文条例第二十五条第（一）项：复核发现需作实质性修改的，报原签批人复审")
    void aSubstantiveChangeAtFinalCheckGoesBackToTheSigner() {
        Office office = scenario.office();
        var draft = Drafts.notice().withBody(title(), "一、优先派单\n对八类货物一律优先派单。");
        OutgoingDocumentId id = scenario.draft(office.drafter(), draft);
        scenario.send(office.drafter(), id, Map.of());
        scenario.approve(id, office.unitHead(), office.reviewer(), office.officeHead(), office.leader());
        drafting.save(
                scenario.actor(office.registrar()),
                id,
                scenario.version(office.registrar(), id),
                draft.withBody(draft.title(), "一、优先派单\n对八类货物原则上优先派单。"),
                true);

        assertThatThrownBy(() -> scenario.approve(id, office.registrar()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("签发");
        assertThat(read(office, id).number()).isNull();
        scenario.sendBack(id, office.registrar(), "sign", true);
        assertThat(read(office, id).signature()).isNull();
        scenario.approve(id, office.leader(), office.registrar());

        assertThat(read(office, id).number()).isNotNull();
    }

    @Test
    void aChangeOfFormAtFinalCheckGoesOn() {
        Office office = scenario.office();
        var draft = Drafts.notice().withBody(title(), "一、优先派单\n对八类货物优先派单");
        OutgoingDocumentId id = scenario.draft(office.drafter(), draft);
        scenario.send(office.drafter(), id, Map.of());
        scenario.approve(id, office.unitHead(), office.reviewer(), office.officeHead(), office.leader());
        drafting.save(
                scenario.actor(office.registrar()),
                id,
                scenario.version(office.registrar(), id),
                draft.withBody(draft.title(), "一、优先派单\n对八类货物优先派单。"),
                false);

        scenario.approve(id, office.registrar(), office.registrar());

        assertThat(read(office, id).status()).isEqualTo(DocumentStatus.ISSUED);
    }

    @Test
    void aSignatureThatIsWithdrawnNoLongerStands() {
        Office office = scenario.office();
        OutgoingDocumentId id = scenario.draft(office.drafter(), Drafts.notice().withBody(title(), "正文。"));
        scenario.send(office.drafter(), id, Map.of());
        scenario.approve(id, office.unitHead(), office.reviewer(), office.officeHead(), office.leader());
        RouteView view = scenario.view(office.leader(), id);
        assertThat(view.withdrawableTask()).isNotNull();
        scenario.withdraw(office.leader(), view);

        assertThat(read(office, id).signature()).isNull();
        assertThat(read(office, id).status()).isEqualTo(DocumentStatus.UNDER_WAY);
    }

    @Test
    @DisplayName("公文条例第二十二条：路线把上行文送错了签发人，签发也不成立")
    void aSignatureByTheWrongPersonTakesItselfBack() {
        Office office = scenario.office();
        OutgoingDocumentId id = scenario.draft(
                office.drafter(),
                Drafts.of(
                        DocumentType.REPORT,
                        "澜州海关关于" + UUID.randomUUID() + "工作情况的报告",
                        "海关总署",
                        "",
                        "现将有关情况报告如下：\n工作平稳。"));
        scenario.send(office.drafter(), id, Map.of());
        scenario.approve(id, office.unitHead(), office.reviewer(), office.officeHead());
        scenario.transfer(id, office.head(), office.leader());

        assertThatThrownBy(() -> scenario.approve(id, office.leader()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("主要负责人");
        assertThat(read(office, id).signature()).isNull();
        assertThat(scenario.view(office.leader(), id).running().getFirst().key())
                .isEqualTo("sign-by-head");
    }

    @Test
    @DisplayName("签发以后作废须经批准；期限终止，文号登记为作废")
    void voidingAfterSignatureNeedsApprovalAndKeepsTheNumber() {
        Office office = scenario.office();
        OutgoingDocumentId id = scenario.draft(office.drafter(), Drafts.notice().withBody(title(), "正文。"));
        scenario.send(office.drafter(), id, Map.of());
        scenario.approve(
                id,
                office.unitHead(),
                office.reviewer(),
                office.officeHead(),
                office.leader(),
                office.registrar(),
                office.registrar());

        assertThatThrownBy(() -> scenario.voidRoute(id, office.administrator(), office.registrar()))
                .isInstanceOf(Refusal.class);
        scenario.voidRoute(id, office.administrator(), office.leader());

        assertThat(read(office, id).status()).isEqualTo(DocumentStatus.VOIDED);
        assertThat(documents.findIssued(id)).isEmpty();
        assertThat(clocks.find(id.matter(), "publication.proactive"))
                .hasValueSatisfying(c -> assertThat(c.state()).isEqualTo(LegalClocks.State.STOPPED));
        assertThat(read(office, id).number()).isNotNull();
    }

    @Test
    void aReopenedDocumentIsNoLongerIssuedAndKeepsItsNumber() {
        Office office = scenario.office();
        OutgoingDocumentId id = scenario.draft(office.drafter(), Drafts.notice().withBody(title(), "正文。"));
        scenario.send(office.drafter(), id, Map.of());
        scenario.approve(
                id,
                office.unitHead(),
                office.reviewer(),
                office.officeHead(),
                office.leader(),
                office.registrar(),
                office.registrar());
        var number = read(office, id).number();
        scenario.reopen(id, office.administrator(), "sign");

        assertThat(documents.findIssued(id)).isEmpty();
        assertThat(read(office, id).signature()).isNull();
        scenario.approve(id, office.leader(), office.registrar(), office.registrar());

        assertThat(documents.findIssued(id))
                .hasValueSatisfying(d -> assertThat(d.facts().number()).isEqualTo(number));
    }

    @Test
    void twoWindowsNeverOverwriteEachOther() {
        Office office = scenario.office();
        var draft = Drafts.notice().withBody(title(), "第一版。");
        OutgoingDocumentId id = scenario.draft(office.drafter(), draft);
        var actor = scenario.actor(office.drafter());
        drafting.save(actor, id, 1, draft.withBody(draft.title(), "甲窗口。"), true);

        assertThatThrownBy(() -> drafting.save(actor, id, 1, draft.withBody(draft.title(), "乙窗口。"), true))
                .isInstanceOfSatisfying(
                        StaleVersion.class, e -> assertThat(e.current()).isEqualTo(2));
        assertThat(read(office, id).content().body()).isEqualTo("甲窗口。");
        drafting.save(actor, id, 2, draft.withBody(draft.title(), "乙窗口。"), true);

        assertThat(history.findVersion(id, 2))
                .hasValueSatisfying(v -> assertThat(v.content().body()).isEqualTo("甲窗口。"));
        assertThat(history.countVersions(id)).isEqualTo(3);
    }

    @Test
    void ofTenSimultaneousSavesOneIsKeptAndNineAreTold() throws InterruptedException {
        Office office = scenario.office();
        var draft = Drafts.notice().withBody(title(), "第一版。");
        OutgoingDocumentId id = scenario.draft(office.drafter(), draft);
        var actor = scenario.actor(office.drafter());
        var start = new CountDownLatch(1);
        var kept = new AtomicInteger();
        var told = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(10)) {
            for (int i = 0; i < 10; i++) {
                String body = "窗口" + i + "。";
                threads.execute(() -> {
                    try {
                        start.await(10, TimeUnit.SECONDS);
                        drafting.save(actor, id, 1, draft.withBody(draft.title(), body), true);
                        kept.incrementAndGet();
                    } catch (StaleVersion other) {
                        told.incrementAndGet();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            start.countDown();
        }

        assertThat(kept).hasValue(1);
        assertThat(told).hasValue(9);
        assertThat(history.countVersions(id)).isEqualTo(2);
    }

    @Test
    void eightPressesOfTheNumberingButtonGiveOneNumber() throws InterruptedException {
        Office office = scenario.office();
        OutgoingDocumentId id = scenario.draft(office.drafter(), Drafts.notice().withBody(title(), "正文。"));
        scenario.send(office.drafter(), id, Map.of());
        scenario.approve(id, office.unitHead(), office.reviewer(), office.officeHead(), office.leader());
        var start = new CountDownLatch(1);
        var accepted = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var screen = scenario.screen(scenario.actor(office.registrar()), id);
            for (int i = 0; i < 8; i++) {
                threads.execute(() -> {
                    try {
                        start.await(10, TimeUnit.SECONDS);
                        if (scenario.tryApprove(office.registrar(), screen)) {
                            accepted.incrementAndGet();
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            start.countDown();
        }

        assertThat(accepted).hasValue(1);
        assertThat(read(office, id).number())
                .hasToString(
                        office.code() + "〔" + ChinaTime.dateOf(clock.instant()).getYear() + "〕1号");
    }

    @Test
    @DisplayName("保守国家秘密法第三十一条第（三）项：带密级标志的内容拒收，账上只记时间、人和级别")
    void whatCarriesASecrecyMarkingIsNotKept() {
        Office office = scenario.office();
        var draft = Drafts.notice().withBody(title(), "正文。");
        OutgoingDocumentId id = scenario.draft(office.drafter(), draft);
        var actor = scenario.actor(office.drafter());

        assertThatThrownBy(() -> drafting.save(actor, id, 1, draft.withBody(draft.title(), "机密★10年\n绝不外传的内容"), true))
                .isInstanceOf(MarkedAsSecret.class)
                .hasMessageContaining("第三十一条");
        assertThatThrownBy(() -> attachments.add(
                        actor, id, 1, new ByteArrayInputStream("秘密★1年\n名单".getBytes(StandardCharsets.UTF_8)), "名单.txt"))
                .isInstanceOf(MarkedAsSecret.class);

        assertThat(read(office, id).version()).isEqualTo(1);
        assertThat(jdbc.sql("""
                        select details::text from audit.ledger_entry
                        where act = 'officialdocument.secrecy-refused' and object_id = ? order by seq
                        """).param(id.value()).query(String.class).list())
                .hasSize(2)
                .allSatisfy(details -> assertThat(details).contains("密").doesNotContain("绝不外传", "名单\n"));
    }

    @Test
    void anAttachmentHasAnAttributeOfItsOwn() {
        Office office = scenario.office();
        var draft = Drafts.notice().withBody(title(), "岗位安排见附件。");
        OutgoingDocumentId id = scenario.draft(office.drafter(), draft);
        var actor = scenario.actor(office.drafter());
        var saved = attachments.add(
                actor, id, 1, new ByteArrayInputStream("岗位 人数".getBytes(StandardCharsets.UTF_8)), "附件1：夜间查验岗位安排.txt");

        var content = read(office, id).content();
        assertThat(content.attachments()).singleElement().satisfies(a -> assertThat(a.name())
                .isEqualTo("夜间查验岗位安排"));
        assertThat(saved.version()).isEqualTo(2);
        assertThatThrownBy(() -> attachments.get(
                        scenario.actor(scenario.office().drafter()),
                        id,
                        content.attachments().getFirst().digest()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whoHasNothingToDoWithItDoesNotKnowThatItExists() {
        Office office = scenario.office();
        OutgoingDocumentId id = scenario.draft(office.drafter(), Drafts.notice().withBody(title(), "正文。"));
        var other = scenario.actor(scenario.office().reviewer());
        var countersigner = scenario.actor(office.countersigner());

        assertThatThrownBy(() -> access.get(other, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> access.get(countersigner, id)).isInstanceOf(NotFound.class);
        assertThat(register.list(countersigner, OutgoingDocumentRegister.Filter.ALL, null, 50)
                        .rows())
                .isEmpty();
    }

    @Test
    @DisplayName("公文条例第十九条第（六）项：涉及其他部门职权的，没有会签人不能送审")
    void withoutCountersignersAMatterOfOthersIsNotSent() {
        Office office = scenario.office();
        OutgoingDocumentId id = scenario.draft(
                office.drafter(), Drafts.concerningOthers(Drafts.notice().withBody(title(), "正文。")));

        assertThatThrownBy(() -> scenario.send(office.drafter(), id, Map.of()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("会签");
        assertThat(read(office, id).status()).isEqualTo(DocumentStatus.DRAFT);
    }

    @Test
    void theSameCommandMakesOneDraft() {
        Office office = scenario.office();
        var command = UUID.randomUUID();
        var actor = scenario.actor(office.drafter());
        var content = DraftContent.blank(DocumentType.NOTICE);

        assertThat(drafting.create(actor, command, content)).isEqualTo(drafting.create(actor, command, content));
    }

    @Test
    void theRegisterPagesThroughEverythingOnce() {
        Office office = scenario.office();
        for (int i = 0; i < 5; i++) {
            scenario.draft(office.drafter(), Drafts.notice().withBody(title(), "正文" + i + "。"));
        }
        var actor = scenario.actor(office.drafter());
        var first = register.list(actor, OutgoingDocumentRegister.Filter.ALL, null, 3);
        var second = register.list(actor, OutgoingDocumentRegister.Filter.ALL, first.next(), 3);

        assertThat(first.rows()).hasSize(3);
        assertThat(second.rows()).hasSize(2);
        assertThat(second.next()).isNull();
        assertThat(second.rows()).doesNotContainAnyElementsOf(first.rows());
    }
}
