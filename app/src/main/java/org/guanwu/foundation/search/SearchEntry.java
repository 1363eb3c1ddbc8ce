package org.guanwu.foundation.search;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * @param key {@code publication:123}, {@code outgoing-document:42}
 * @param kind PUBLICATION, OFFICE_DOCUMENT … what sort of page the hit opens
 * @param number document number as written, 云关办发〔2026〕12号; found in any bracket form
 * @param catalogueNumber 索引号, null when not published
 * @param topic topic code, facet
 * @param type document type code, facet
 * @param validity IN_FORCE, PARTLY_IN_FORCE, NOT_YET_IN_FORCE, REPEALED, facet
 * @param readers tokens of who may find it: {@code public}, {@code unit:/1/2/} (anybody with DOCUMENT_READ there),
 *     {@code person:17}
 */
public record SearchEntry(
        String key,
        String kind,
        String url,
        String title,
        @Nullable String number,
        @Nullable String catalogueNumber,
        String body,
        long unitId,
        String unitName,
        @Nullable String topic,
        @Nullable String type,
        @Nullable LocalDate documentDate,
        @Nullable LocalDate publishedOn,
        @Nullable String validity,
        Set<String> readers) {

    public static final String PUBLIC = "public";
    public static final String UNIT = "unit:";
    public static final String PERSON = "person:";

    public SearchEntry {
        readers = Set.copyOf(readers);
    }
}
