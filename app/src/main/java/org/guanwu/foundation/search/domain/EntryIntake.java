package org.guanwu.foundation.search.domain;

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
        indexAfterCommit(entry.key());
    }

    @Override
    @Transactional
    public void remove(String key) {
        entries.remove(key);
        indexAfterCommit(key);
    }

    private void indexAfterCommit(String key) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                indexing.wake();
                events.publishEvent(new EntryChanged(key));
            }
        });
    }
}
