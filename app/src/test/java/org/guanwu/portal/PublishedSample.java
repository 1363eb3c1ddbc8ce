package org.guanwu.portal;

import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;
import org.guanwu.openness.publication.Validity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of published items, under an authority of their own. */
public final class PublishedSample {

    private final JdbcClient jdbc;
    public final long unit = ThreadLocalRandom.current().nextLong(100_000_000, 999_999_999);

    public PublishedSample(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public String number(int serial) {
        return "%09d/2026-%05d".formatted(unit, serial);
    }

    public String publish(int serial, String title, Validity validity) {
        return publish(serial, title, validity, "documents");
    }

    public String publish(int serial, String title, Validity validity, String section) {
        long id = jdbc.sql("""
                        insert into publication.item (source, status, catalogue_number, unit_id, unit_path, unit_name,
                          authority_code, issuing_authority, topic, type, section, title, document_number, document_date,
                          published_on, effective_on, validity, summary, current_version, drafter_name, created_at, changed_at)
                        values ('MANUAL', 'PUBLISHED', :number, :unit, '/1/', '云州海关', '000000000', '云州海关', 'bonded',
                          'ANNOUNCEMENT', :section, :title, :documentNumber, '2026-10-16', '2026-10-20', '2026-11-20',
                          :validity, '便利企业办理集中报关', 1, '王某', now(), now()) returning id""")
                .param("number", number(serial))
                .param("unit", unit)
                .param("section", section)
                .param("title", title)
                .param("documentNumber", "云州海关公告2026年第" + serial + "号")
                .param("validity", validity.name())
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into publication.version (item_id, version, state, title, body, body_html, plain_text,
                          headings, summary, drafter_name, saved_at)
                        values (:id, 1, 'PUBLISHED', :title, '[]',
                          '<h2 id="s1" class="l1">一、适用范围</h2><p>综保区内企业，办理货物进出区手续。</p><h2 id="s2" class="l1">二、期限</h2><p>期限届满后的 10 个工作日内报关，AT&amp;T。</p><p class="sign">云州海关</p><p class="date">2026年10月16日</p>',
                          '综保区内企业，办理货物进出区手续。', '[{"level":2,"id":"s1","text":"一、适用范围"},{"level":2,"id":"s2","text":"二、期限"}]',
                          '概述', '王某', now())""").param("id", id).param("title", title).update();
        return number(serial);
    }

    public void attach(String number, String digest, String fileName, String mediaType, long size) {
        jdbc.sql("""
                        insert into publication.attachment (item_id, version, ordinal, digest, file_name, media_type, size)
                        select id, 1, 1, :digest, :fileName, :mediaType, :size
                        from publication.item where catalogue_number = :number""")
                .param("digest", digest)
                .param("fileName", fileName)
                .param("mediaType", mediaType)
                .param("size", size)
                .param("number", number)
                .update();
    }

    public void withdraw(String number) {
        jdbc.sql(
                        "update publication.item set status = 'WITHDRAWN', withdrawn_on = :on, withdrawn_reason = '附件数据有误' where catalogue_number = :number")
                .param("on", LocalDate.of(2026, 11, 1))
                .param("number", number)
                .update();
    }
}
