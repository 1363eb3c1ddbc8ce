package org.guanwu.portal.web;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.guanwu.foundation.search.EntryChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Rendered pages in memory, bounded, the longest unused go first. Emptied when anything is published or withdrawn. */
@Component
class KeptPages {

    private static final long MOST_BYTES = 64L << 20;

    private final Map<String, KeptPage> pages = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    @Nullable
    KeptPage find(String key) {
        return pages.get(key);
    }

    void keep(String key, KeptPage page) {
        KeptPage former = pages.put(key, page);
        long now = bytes.addAndGet(page.size() - (former == null ? 0 : former.size()));
        if (now > MOST_BYTES) {
            makeRoom();
        }
    }

    @EventListener(EntryChanged.class)
    void forget() {
        pages.keySet().forEach(this::drop);
    }

    private synchronized void makeRoom() {
        if (bytes.get() <= MOST_BYTES) {
            return;
        }
        pages.entrySet().stream()
                .sorted(Comparator.comparingLong(e -> e.getValue().usedAt()))
                .limit(Math.max(1, pages.size() / 4))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::drop);
    }

    private void drop(String key) {
        KeptPage gone = pages.remove(key);
        if (gone != null) {
            bytes.addAndGet(-gone.size());
        }
    }
}
