package org.guanwu.foundation.search.domain;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets tests wait for the index, and sweep when they want. */
@Component
public class IndexProbe {

    private final EntryIndexing indexing;
    private final JdbcClient jdbc;

    IndexProbe(EntryIndexing indexing, JdbcClient jdbc) {
        this.indexing = indexing;
        this.jdbc = jdbc;
    }

    public void sweep() {
        indexing.sweep();
        await();
    }

    public void await() {
        for (int i = 0; i < 600; i++) {
            if (jdbc.sql("select count(*) from search.search_entry where indexed_revision < revision")
                            .query(Long.class)
                            .single()
                    == 0) {
                return;
            }
            pause();
        }
        throw new IllegalStateException("the index did not follow");
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
