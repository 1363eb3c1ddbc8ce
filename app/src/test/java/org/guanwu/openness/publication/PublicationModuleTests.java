package org.guanwu.openness.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.filestore.FileStore;
import org.guanwu.foundation.filestore.StoredFile;
import org.guanwu.foundation.filestore.UploadPolicy;
import org.guanwu.foundation.identity.TestPeople;
import org.guanwu.foundation.identity.TestPeople.Person;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.foundation.shared.Matter;
import org.guanwu.foundation.shared.Refusal;
import org.guanwu.foundation.shared.StaleVersion;
import org.guanwu.foundation.structuredtext.StructuredText;
import org.guanwu.office.secrecyreview.OpenRelease;
import org.guanwu.office.secrecyreview.ReleaseReviews;
import org.guanwu.office.secrecyreview.domain.FindingDecision;
import org.guanwu.office.secrecyreview.domain.ReviewDossier;
import org.guanwu.office.secrecyreview.domain.ReviewDossier.ItemView;
import org.guanwu.office.secrecyreview.domain.ReviewStep;
import org.guanwu.openness.publication.domain.DraftForm;
import org.guanwu.openness.publication.domain.PublicationDrafts;
import org.guanwu.openness.publication.domain.ValidityMarking;
import org.guanwu.openness.publication.domain.ValidityMarking.Mark;
import org.guanwu.openness.publication.domain.Withdrawal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the draft through the gate to the public, and back again. */
@GuanwuTest
class PublicationModuleTests {

    private final PublicationDrafts drafts;
    private final Withdrawal withdrawal;
    private final ValidityMarking marking;
    private final PublishedItems published;
    private final ReviewDossier dossier;
    private final FindingDecision findings;
    private final ReviewStep steps;
    private final FileStore files;
    private final ReleaseReviews gate;
    private final JdbcClient jdbc;
    private final TestPeople people;

    private Person drafter;
    private Person officer;
    private Person secrecy;
    private Person approver;

    PublicationModuleTests(
            PublicationDrafts drafts,
            Withdrawal withdrawal,
            ValidityMarking marking,
            PublishedItems published,
            ReviewDossier dossier,
            FindingDecision findings,
            ReviewStep steps,
            FileStore files,
            ReleaseReviews gate,
            JdbcClient jdbc,
            TestPeople people) {
        this.drafts = drafts;
        this.withdrawal = withdrawal;
        this.marking = marking;
        this.published = published;
        this.dossier = dossier;
        this.findings = findings;
        this.steps = steps;
        this.files = files;
        this.gate = gate;
        this.jdbc = jdbc;
        this.people = people;
    }

    @BeforeEach
    void staff() {
        var customs = people.authority("云州海关");
        drafter = people.person("罗某", customs.id(), "DISCLOSURE_OFFICER");
        officer = people.person("何某", customs.id(), "DISCLOSURE_OFFICER");
        secrecy = people.person("石某", customs.id(), "SECRECY_REVIEWER");
        approver = people.person("吴某", customs.id(), "RELEASE_APPROVER");
    }

    private static DraftForm form(String title, String text, List<StoredFile> attachments, String note) {
        return new DraftForm(
                title,
                "云州海关公告2026年第9号",
                "",
                "cargo",
                "ANNOUNCEMENT",
                "documents",
                LocalDate.of(2026, 3, 2),
                null,
                "",
                text,
                attachments,
                note);
    }

    private long draft(String text) {
        return drafts.create(
                people.actor(drafter), UUID.randomUUID().toString(), form("关于夜间通关的公告", text, List.of(), ""));
    }

    private int version(long id) {
        return jdbc.sql("select lock_version from publication.item where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private String catalogueNumber(long id) {
        return jdbc.sql("select catalogue_number from publication.item where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private void pass(Person person, long review) {
        var view = dossier.get(people.actor(person), review);
        steps.pass(
                people.actor(person),
                review,
                view.lockVersion(),
                view.items().stream().map(ItemView::id).collect(Collectors.toSet()),
                "");
    }

    private void passAll(long review) {
        pass(officer, review);
        pass(secrecy, review);
        pass(approver, review);
    }

    private long publish(String text) {
        long id = draft(text);
        passAll(drafts.submit(people.actor(drafter), id, version(id)));
        return id;
    }

    @Test
    @DisplayName("条例第十七条：三人逐项审查后才公开，公开后有索引号")
    void goesThroughTheGateIntoTheCatalogue() {
        long id = draft("一、适用范围\n夜间鲜活货物适用本公告。\n特此公告。\n云州海关\n2026年3月2日");
        long review = drafts.submit(people.actor(drafter), id, version(id));
        assertThat(drafts.submit(people.actor(drafter), id, version(id))).isEqualTo(review);
        assertThatThrownBy(() -> pass(drafter, review))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("secrecyreview.own-draft"));
        pass(officer, review);
        people.grant(officer, "SECRECY_REVIEWER", officer.unitId());
        assertThatThrownBy(() -> {
                    var view = dossier.get(people.actor(officer), review);
                    findings.accept(people.actor(officer), review, 1, "x");
                    steps.sendBack(people.actor(officer), review, view.lockVersion(), "再看看");
                })
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("secrecyreview.four-eyes"));
        pass(secrecy, review);
        pass(approver, review);

        String number = catalogueNumber(id);
        assertThat(number).hasSize(20).contains("/2026-");
        assertThat(published.find(number)).get().satisfies(item -> {
            assertThat(item.title()).isEqualTo("关于夜间通关的公告");
            assertThat(item.bodyHtml()).contains("一、适用范围", "夜间鲜活货物");
            assertThat(item.validity()).isEqualTo(Validity.IN_FORCE);
        });
        assertThat(searchEntries(id)).isEqualTo(1);
        steps.pass(people.actor(approver), review, 0, java.util.Set.of(), "");
    }

    private long searchEntries(long id) {
        return jdbc.sql("select count(*) from search.search_entry where key = :key and not removed")
                .param("key", "publication:" + id)
                .query(Long.class)
                .single();
    }

    @Test
    void theDatabaseItselfRefusesAReviewerWhoDrafted() {
        long id = draft("夜间通关安排。");
        long review = drafts.submit(people.actor(drafter), id, version(id));
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into secrecyreview.opinion (review_id, step, outcome, drafter_id, person_id, person_name,
                                  unit_name, opinion, given_at)
                                values (:review, 'FIRST_REVIEW', 'PASSED', :drafter, :drafter, 'x', 'x', 'x', now())""")
                        .param("review", review)
                        .param("drafter", drafter.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void anUndecidedFindingStopsTheReviewAndARemovalChangesWhatIsPublished() {
        long id = draft("联系人电话13812345678，值班电话0571-88881234，证件110101199003077758。");
        long review = drafts.submit(people.actor(drafter), id, version(id));
        assertThatThrownBy(() -> pass(officer, review))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("secrecyreview.undecided"));
        var found =
                dossier.get(people.actor(officer), review).items().getFirst().findings();
        assertThat(found).hasSize(3);
        var actor = people.actor(officer);
        findings.remove(actor, review, found.get(0).finding().id(), "（电话略）", "个人手机号码");
        findings.accept(actor, review, found.get(1).finding().id(), "公开办公电话");
        assertThatThrownBy(() ->
                        findings.accept(actor, review, found.get(2).finding().id(), " "))
                .isInstanceOf(InvalidInput.class);
        findings.remove(actor, review, found.get(2).finding().id(), "", "个人证件号码");
        passAll(review);
        assertThat(published.find(catalogueNumber(id)).orElseThrow().plainText())
                .isEqualTo("联系人电话（电话略），值班电话0571-88881234，证件。");
    }

    @Test
    @DisplayName("保守国家秘密法第三十一条：带密级标志的不收；到了审查这一步的只能退回")
    void aSecrecyMarkingIsNotTakenAndCanOnlyBeReturned() {
        assertThatThrownBy(() -> draft("机密★10年\n关于布控的通知。")).isInstanceOf(InvalidInput.class);

        long review = gate.open(
                people.actor(drafter),
                new OpenRelease(
                        new Matter("test-subject", drafter.id()),
                        "关于布控的通知",
                        "/office/publications",
                        drafter.id(),
                        "罗某",
                        drafter.unitId(),
                        List.of(new OpenRelease.Text("body", "正文", StructuredText.parse("机密★10年\n关于布控的通知。"))),
                        List.of(),
                        java.util.Map.of()));
        var finding = dossier.get(people.actor(officer), review)
                .items()
                .getFirst()
                .findings()
                .getFirst()
                .finding();
        assertThatThrownBy(() -> findings.accept(people.actor(officer), review, finding.id(), "已解密"))
                .isInstanceOf(Refusal.class);
        int seen = dossier.get(people.actor(officer), review).lockVersion();
        assertThatThrownBy(() -> steps.sendBack(people.actor(officer), review, seen, ""))
                .isInstanceOf(InvalidInput.class);
        steps.sendBack(people.actor(officer), review, seen, "带密级标志，按保密规定处理");
        assertThatThrownBy(() -> pass(secrecy, review)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> gate.getApproved(review)).isInstanceOf(Refusal.class);
    }

    @Test
    void whatComesBackFromTheGateIsADraftAgain() {
        long id = draft("夜间安排。");
        long review = drafts.submit(people.actor(drafter), id, version(id));
        steps.sendBack(
                people.actor(officer),
                review,
                dossier.get(people.actor(officer), review).lockVersion(),
                "写明时段");
        assertThat(jdbc.sql("select state from publication.version where item_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("DRAFT");
        long second = drafts.submit(people.actor(drafter), id, version(id));
        assertThat(second).isNotEqualTo(review);
    }

    @Test
    void aDecisionAfterThePageWasOpenedMakesTheActStale() {
        long id = draft("值班电话0571-88881234。");
        long review = drafts.submit(people.actor(drafter), id, version(id));
        var view = dossier.get(people.actor(officer), review);
        findings.accept(
                people.actor(officer),
                review,
                view.items().getFirst().findings().getFirst().finding().id(),
                "公开办公电话");
        assertThatThrownBy(() -> steps.pass(
                        people.actor(officer),
                        review,
                        view.lockVersion(),
                        view.items().stream().map(ItemView::id).collect(Collectors.toSet()),
                        ""))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void aCorrectionIsANewVersionWithAPublicNote() {
        long id = publish("夜间二十二时至次日六时办理。");
        String number = catalogueNumber(id);
        drafts.correct(people.actor(drafter), id, version(id));
        drafts.save(people.actor(drafter), id, version(id), form("关于夜间通关的公告", "夜间二十时至次日六时办理。", null, ""));
        assertThatThrownBy(() -> drafts.submit(people.actor(drafter), id, version(id)))
                .isInstanceOf(InvalidInput.class);
        drafts.save(
                people.actor(drafter), id, version(id), form("关于夜间通关的公告", "夜间二十时至次日六时办理。", null, "起始时间由二十二时更正为二十时。"));
        long review = drafts.submit(people.actor(drafter), id, version(id));
        assertThat(published.find(number).orElseThrow().plainText()).contains("二十二时");
        passAll(review);
        assertThat(published.find(number)).get().satisfies(item -> {
            assertThat(item.plainText()).contains("夜间二十时");
            assertThat(item.version()).isEqualTo(2);
            assertThat(item.notes()).singleElement().satisfies(note -> assertThat(note.text())
                    .contains("更正为二十时"));
        });
        assertThat(catalogueNumber(id)).isEqualTo(number);
    }

    @Test
    void aWithdrawnItemIsGoneEverywhereAtOnce() {
        StoredFile file = files.store(
                new ByteArrayInputStream("附表".getBytes(StandardCharsets.UTF_8)),
                "附表.txt",
                UploadPolicy.attachment("file"));
        long id = drafts.create(
                people.actor(drafter), UUID.randomUUID().toString(), form("关于口岸的公告", "口岸安排见附表。", List.of(file), ""));
        passAll(drafts.submit(people.actor(drafter), id, version(id)));
        String number = catalogueNumber(id);
        assertThat(published.find(number).orElseThrow().attachments()).hasSize(1);
        long before = published.count(PublishedItems.Filter.ALL);
        assertThatThrownBy(() -> withdrawal.withdraw(people.actor(drafter), id, "数据有误"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> withdrawal.withdraw(people.actor(approver), id, " "))
                .isInstanceOf(InvalidInput.class);
        withdrawal.withdraw(people.actor(approver), id, "附表数据有误，核实后重新公布");
        withdrawal.withdraw(people.actor(approver), id, "附表数据有误，核实后重新公布");
        assertThat(published.find(number)).get().satisfies(item -> {
            assertThat(item.bodyHtml()).isEmpty();
            assertThat(item.attachments()).isEmpty();
            assertThat(item.withdrawnReason()).contains("数据有误");
        });
        assertThat(published.count(PublishedItems.Filter.ALL)).isEqualTo(before - 1);
        assertThat(searchEntries(id)).isZero();
        assertThat(published.listChanged(id - 1, 1)).noneMatch(c -> c.id() == id);
    }

    @Test
    void aRepealIsMarkedOnBothAndCountsFromItsDay() {
        long old = publish("旧的安排。");
        long successor = publish("新的安排。");
        LocalDate tomorrow = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).plusDays(1);
        marking.mark(people.actor(approver), old, Mark.REPEALED, catalogueNumber(successor), tomorrow, "");
        marking.mark(people.actor(approver), old, Mark.REPEALED, catalogueNumber(successor), tomorrow, "");
        assertThat(published.find(catalogueNumber(old))).get().satisfies(item -> {
            assertThat(item.validity()).isEqualTo(Validity.IN_FORCE);
            assertThat(item.notes()).hasSize(1);
            assertThat(item.relations()).singleElement().satisfies(r -> assertThat(r.kind())
                    .isEqualTo("REPEALED_BY"));
        });
        assertThat(published.find(catalogueNumber(successor)).orElseThrow().relations())
                .singleElement()
                .satisfies(r -> assertThat(r.kind()).isEqualTo("REPEALS"));
        jdbc.sql(
                        "update publication.item set repealed_on = current_date - 2, next_change_on = current_date - 2 where id = :id")
                .param("id", old)
                .update();
        marking.sweep();
        assertThat(published.find(catalogueNumber(old)).orElseThrow().validity())
                .isEqualTo(Validity.REPEALED);
        assertThatThrownBy(() ->
                        marking.mark(people.actor(approver), old, Mark.AMENDED, "000000000/2026-99999", tomorrow, ""))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void numbersAreGaplessWithinAuthorityAndYear() {
        List<String> numbers = List.of(
                catalogueNumber(publish("第一件。")), catalogueNumber(publish("第二件。")), catalogueNumber(publish("第三件。")));
        assertThat(numbers.stream().map(n -> n.substring(15)).toList()).containsExactly("00001", "00002", "00003");
    }
}
