package org.guanwu.openness.publication.domain;

import java.time.LocalDate;
import org.guanwu.foundation.shared.Matter;
import org.jspecify.annotations.Nullable;

/** The row of an item, as locked for an act. */
record Item(
        long id,
        Source source,
        @Nullable String sourceKey,
        Status status,
        @Nullable String catalogueNumber,
        long unitId,
        String unitPath,
        String unitName,
        String authorityCode,
        String issuingAuthority,
        String topic,
        String type,
        String section,
        String title,
        @Nullable String documentNumber,
        LocalDate documentDate,
        @Nullable LocalDate publishedOn,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate repealedOn,
        @Nullable LocalDate partlyRepealedOn,
        String summary,
        int currentVersion,
        @Nullable Integer draftVersion,
        @Nullable Long drafterId,
        String drafterName,
        int lockVersion) {

    static final String MATTER_TYPE = "publication";

    enum Source {
        OFFICIAL_DOCUMENT,
        MANUAL,
        HISTORICAL
    }

    /** 状态 of an item */
    enum Status {
        TO_PUBLISH("待公开"),
        PUBLISHED("已公开"),
        WITHDRAWN("已撤下"),
        DISCARDED("不再公开");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    Matter matter() {
        return new Matter(MATTER_TYPE, id);
    }

    String page() {
        return "/office/publications/" + id;
    }

    String key() {
        return matter().toString();
    }
}
