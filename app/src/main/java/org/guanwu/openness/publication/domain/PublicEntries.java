package org.guanwu.openness.publication.domain;

import java.util.Set;
import org.guanwu.foundation.search.SearchEntry;
import org.guanwu.foundation.search.SearchIntake;
import org.springframework.stereotype.Component;

/** The search entry takes its right to be found from the record: public while it is published, gone when it is not. */
@Component
class PublicEntries {

    static final String KIND = "PUBLICATION";

    private final SearchIntake search;
    private final ItemRepository items;

    PublicEntries(SearchIntake search, ItemRepository items) {
        this.search = search;
        this.items = items;
    }

    void refresh(long itemId, String validity) {
        Item item = items.find(itemId).orElseThrow();
        if (item.status() != Item.Status.PUBLISHED || item.catalogueNumber() == null) {
            search.remove(item.key());
            return;
        }
        Version version = items.getVersion(itemId, item.currentVersion());
        search.put(new SearchEntry(
                item.key(),
                KIND,
                "/documents/" + item.catalogueNumber(),
                item.title(),
                item.documentNumber(),
                item.catalogueNumber(),
                version.text().toPlainText(),
                item.unitId(),
                item.unitName(),
                item.topic(),
                item.type(),
                item.documentDate(),
                item.publishedOn(),
                validity,
                Set.of(SearchEntry.PUBLIC)));
    }

    void remove(String key) {
        search.remove(key);
    }
}
