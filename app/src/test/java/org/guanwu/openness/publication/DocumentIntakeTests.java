package org.guanwu.openness.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.identity.TestPeople;
import org.guanwu.foundation.identity.TestPeople.Person;
import org.guanwu.foundation.workingday.LegalClocks;
import org.guanwu.foundation.workingday.LegalClocks.State;
import org.guanwu.office.officialdocument.DocumentVoided;
import org.guanwu.office.officialdocument.OutgoingDocumentId;
import org.guanwu.office.officialdocument.OutgoingDocumentScenario;
import org.guanwu.office.officialdocument.OutgoingDocumentScenario.Office;
import org.guanwu.office.officialdocument.domain.Drafts;
import org.guanwu.openness.gazetteimport.ImportScenario;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** 源头公开: from the signed document to the public without anybody typing it again. */
@GuanwuTest
class DocumentIntakeTests {

    private final OutgoingDocumentScenario documents;
    private final ImportScenario reviews;
    private final TestPeople people;
    private final PublishedItems published;
    private final LegalClocks clocks;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    DocumentIntakeTests(
            OutgoingDocumentScenario documents,
            ImportScenario reviews,
            TestPeople people,
            PublishedItems published,
            LegalClocks clocks,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            JdbcClient jdbc) {
        this.documents = documents;
        this.reviews = reviews;
        this.people = people;
        this.published = published;
        this.clocks = clocks;
        this.events = events;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    private OutgoingDocumentId issue(Office office) {
        var draft = Drafts.concerningOthers(Drafts.notice()
                .withBody(
                        "澜州海关关于优化查验" + UUID.randomUUID().toString().substring(0, 8) + "的通知",
                        Drafts.notice().body()));
        OutgoingDocumentId id = documents.draft(office.drafter(), draft);
        documents.send(
                office.drafter(),
                id,
                Map.of("countersign", List.of(office.countersigner().id())));
        documents.approve(
                id,
                office.unitHead(),
                office.countersigner(),
                office.reviewer(),
                office.officeHead(),
                office.leader(),
                office.registrar(),
                office.registrar());
        return id;
    }

    private long awaitReview(OutgoingDocumentId id) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (Instant.now().isBefore(end)) {
            var review = jdbc.sql("""
                            select v.review_id from publication.item i join publication.version v on v.item_id = i.id
                            where i.source_key = :key and v.review_id is not null""")
                    .param("key", id.matter().toString())
                    .query(Long.class)
                    .optional();
            if (review.isPresent()) {
                return review.get();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no publication came of " + id.matter());
    }

    private String column(OutgoingDocumentId id, String column) {
        return jdbc.sql("select " + column + " from publication.item where source_key = :key")
                .param("key", id.matter().toString())
                .query(String.class)
                .single();
    }

    @Test
    @DisplayName("条例第二十六条：主动公开的公文印发后自动送审，批准即公开，时钟停止")
    void aProactiveDocumentIsPublishedFromItsSignedText() throws InterruptedException {
        Office office = documents.office();
        Person secrecy = people.person("石某", office.customs().id(), "SECRECY_REVIEWER");
        Person approver = people.person("吴某", office.customs().id(), "RELEASE_APPROVER");
        OutgoingDocumentId id = issue(office);
        long review = awaitReview(id);
        assertThat(clocks.find(id.matter(), "publication.proactive")
                        .orElseThrow()
                        .state())
                .isEqualTo(State.RUNNING);

        for (Person person : List.of(office.disclosure(), secrecy, approver)) {
            reviews.pass(person, review);
        }

        var item = published.find(column(id, "catalogue_number")).orElseThrow();
        assertThat(item.documentNumber()).startsWith(office.code() + "〔");
        assertThat(item.plainText()).contains("各隶属海关", "澜州海关");
        assertThat(item.issuingAuthority()).isEqualTo("澜州海关");
        assertThat(clocks.find(id.matter(), "publication.proactive")
                        .orElseThrow()
                        .state())
                .isEqualTo(State.STOPPED);

        transactions.executeWithoutResult(status -> events.publishEvent(new DocumentVoided(
                id, item.documentNumber(), true, "发文有误", office.head().id(), Instant.now())));
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (!column(id, "status").equals("WITHDRAWN") && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(published.find(item.catalogueNumber())).get().satisfies(gone -> {
            assertThat(gone.bodyHtml()).isEmpty();
            assertThat(gone.withdrawnReason()).contains("原公文已作废");
        });
    }
}
