package org.guanwu.openness.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.guanwu.GuanwuTest;
import org.guanwu.foundation.shared.InvalidInput;
import org.guanwu.openness.publication.PublishedItems.Filter;
import org.guanwu.openness.publication.PublishedItems.Summary;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the portal reads, over rows of a unit of its own. */
@GuanwuTest
class PublishedItemsTests {

    private final PublishedItems items;
    private final JdbcClient jdbc;
    private final long unit = ThreadLocalRandom.current().nextLong(1_000_000, 1_000_000_000);

    PublishedItemsTests(PublishedItems items, JdbcClient jdbc) {
        this.items = items;
        this.jdbc = jdbc;
    }

    private String insert(int serial, String topic, LocalDate publishedOn, Validity validity) {
        String number = "%09d/2024-%05d".formatted(unit % 1_000_000_000, serial);
        long id = jdbc.sql("""
                        insert into publication.item (source, status, catalogue_number, unit_id, unit_path, unit_name,
                          authority_code, issuing_authority, topic, type, section, title, document_number, document_date,
                          published_on, validity, summary, current_version, drafter_name, created_at, changed_at)
                        values ('MANUAL', 'PUBLISHED', :number, :unit, '/1/', '云州海关', '000000000', '云州海关', :topic,
                          'ANNOUNCEMENT', 'documents', :title, '云关公告', '2024-05-01', :on, :validity, '概述', 1, '王某',
                          now(), now()) returning id""")
                .param("number", number)
                .param("unit", unit)
                .param("topic", topic)
                .param("title", "公告第" + serial + "件")
                .param("on", publishedOn)
                .param("validity", validity.name())
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into publication.version (item_id, version, state, title, body, body_html, plain_text,
                          headings, summary, drafter_name, saved_at)
                        values (:id, 1, 'PUBLISHED', 't', '[]', '<p>正文</p>', '正文',
                          '[{"level":1,"id":"h1","text":"一、总则"}]', '概述', '王某', now())""").param("id", id).update();
        return number;
    }

    private Filter ofUnit() {
        return new Filter(null, Set.of(unit), Set.of(), Set.of(), Set.of(), Set.of(), null, null);
    }

    @Test
    void pagesForthAndBackWithoutLosingOrRepeatingARow() {
        for (int i = 1; i <= 7; i++) {
            insert(i, "cargo", LocalDate.of(2024, 5, 1 + i / 2), Validity.IN_FORCE);
        }
        List<Long> seen = new ArrayList<>();
        var page = items.list(ofUnit(), null, 3);
        assertThat(page.previous()).isNull();
        seen.addAll(ids(page.rows()));
        while (page.next() != null) {
            page = items.list(ofUnit(), page.next(), 3);
            seen.addAll(ids(page.rows()));
        }
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        assertThat(page.rows()).hasSize(1);
        var back = items.list(ofUnit(), page.previous(), 3);
        assertThat(ids(back.rows())).isEqualTo(seen.subList(3, 6));
        assertThat(ids(items.list(ofUnit(), back.previous(), 3).rows())).isEqualTo(seen.subList(0, 3));
    }

    @Test
    void refusesAForeignCursor() {
        assertThatThrownBy(() -> items.list(ofUnit(), "%%%", 3)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> items.list(ofUnit(), org.guanwu.foundation.shared.Cursor.of("n", "x", "y"), 3))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void countsEachFacetAsIfNothingWereChosenInIt() {
        insert(11, "cargo", LocalDate.of(2024, 5, 1), Validity.IN_FORCE);
        insert(12, "cargo", LocalDate.of(2024, 5, 2), Validity.REPEALED);
        insert(13, "tariff", LocalDate.of(2024, 6, 2), Validity.IN_FORCE);
        var filter =
                new Filter("statutory", Set.of(unit), Set.of("cargo"), Set.of(), Set.of(2024), Set.of(), null, null);
        assertThat(items.count(filter)).isEqualTo(2);
        assertThat(bucket(filter, "topic")).containsExactly("cargo=2", "tariff=1");
        assertThat(bucket(filter, "validity")).containsExactly("IN_FORCE=1", "REPEALED=1");

        var inMay = new Filter(
                null,
                Set.of(unit),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                LocalDate.of(2024, 5, 1),
                LocalDate.of(2024, 5, 31));
        assertThat(items.count(inMay)).isEqualTo(2);
        assertThat(bucket(inMay, "topic")).containsExactly("cargo=2");

        jdbc.sql(
                        "update publication.item set status = 'WITHDRAWN', withdrawn_on = '2024-07-01', withdrawn_reason = '有误' "
                                + "where unit_id = :unit and topic = 'tariff'")
                .param("unit", unit)
                .update();
        assertThat(items.count(ofUnit())).isEqualTo(2);
        assertThat(items.listSections())
                .anySatisfy(s -> assertThat(s.code()).isEqualTo("statutory"))
                .anySatisfy(s -> assertThat(s.count()).isPositive());
    }

    @Test
    void aWithdrawnItemKeepsItsShellOnly() {
        String number = insert(21, "cargo", LocalDate.of(2024, 5, 1), Validity.IN_FORCE);
        assertThat(items.find(number)).get().satisfies(item -> {
            assertThat(item.bodyHtml()).isEqualTo("<p>正文</p>");
            assertThat(item.headings()).hasSize(1);
        });
        jdbc.sql(
                        "update publication.item set status = 'WITHDRAWN', withdrawn_on = '2024-07-01', withdrawn_reason = '数据有误' "
                                + "where catalogue_number = :number")
                .param("number", number)
                .update();
        assertThat(items.find(number)).get().satisfies(item -> {
            assertThat(item.bodyHtml()).isEmpty();
            assertThat(item.plainText()).isEmpty();
            assertThat(item.summary()).isEmpty();
            assertThat(item.withdrawnReason()).isEqualTo("数据有误");
        });
        assertThat(items.list(ofUnit(), null, 10).rows()).isEmpty();
    }

    private List<String> bucket(Filter filter, String field) {
        return items.facets(filter).stream()
                .filter(f -> f.field().equals(field))
                .flatMap(f -> f.buckets().stream())
                .map(b -> b.value() + "=" + b.count())
                .toList();
    }

    private static List<Long> ids(List<Summary> rows) {
        return rows.stream().map(Summary::id).toList();
    }
}
