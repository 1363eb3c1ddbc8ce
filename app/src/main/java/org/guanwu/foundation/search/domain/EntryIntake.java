package org.guanwu.foundation.search.domain;

import java.util.List;
import org.guanwu.foundation.search.EntryChanged;
import org.guanwu.foundation.search.SearchEntry;
import org.guanwu.foundation.search.SearchIntake;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes the row in the caller's transaction and wakes the indexing when, and only when, it has committed. */
@Service
class EntryIntake implements SearchIntake {

    private final EntryRepository entries;
    private final EntryIndexing indexing;
    private final ApplicationEventPublisher events;

    EntryIntake(EntryRepository entries, EntryIndexing indexing, ApplicationEventPublisher events) {
        this.entries = entries;
        this.indexing = indexing;
        this.events = events;
    }

    @Override
    @Transactional
    public void put(SearchEntry entry) {
        entries.put(entry);
        indexAfterCommit(List.of(entry.key()));
    }

    @Override
    @Transactional
    public void putAll(List<SearchEntry> all) {
        entries.putAll(all);
        indexAfterCommit(all.stream().map(SearchEntry::key).toList());
    }

    @Override
    @Transactional
    public void remove(String key) {
        entries.remove(key);
        indexAfterCommit(List.of(key));
    }

    private void indexAfterCommit(List<String> keys) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                indexing.wake();
                keys.forEach(key -> events.publishEvent(new EntryChanged(key)));
            }
        });
    }
}
