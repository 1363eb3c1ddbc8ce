package org.guanwu.foundation.search.domain;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;
import org.hibernate.search.util.common.SearchException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the index up to the rows. A row is marked as indexed only after the index has been written to disk, so a
 * process killed anywhere in between leaves a row that the next sweep finds.
 */
@Component
class EntryIndexing implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(EntryIndexing.class);
    private static final int BATCH = 500;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    private final EntityManagerFactory factory;
    private final EntryRepository entries;
    private final TransactionTemplate transactions;
    private final Semaphore signal = new Semaphore(0);
    private volatile boolean isStopped;
    private final Thread worker = Thread.ofVirtual().name("search-indexing").unstarted(this::work);

    EntryIndexing(EntityManagerFactory factory, EntryRepository entries, PlatformTransactionManager transactions) {
        this.factory = factory;
        this.entries = entries;
        this.transactions = new TransactionTemplate(transactions);
    }

    void wake() {
        signal.release();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (indexedCount() < entries.countIndexed()) {
            LOG.warn("The index has fewer entries than the database: {} are indexed again", entries.markAllDirty());
        }
        wake();
        worker.start();
    }

    /** finds what was committed and never reached the index: a killed process, a failed write, another node's row */
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void sweep() {
        wake();
    }

    private void work() {
        try {
            while (!isStopped) {
                signal.acquire();
                signal.drainPermits();
                if (!indexAll()) {
                    Thread.sleep(PAUSE_AFTER_FAILURE);
                    signal.release();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean indexAll() {
        try {
            while (!isStopped && indexBatch() == BATCH) {
                LOG.debug("Indexed {} entries, more are waiting", BATCH);
            }
            return true;
        } catch (SearchException
                | DataAccessException
                | TransactionException
                | jakarta.persistence.PersistenceException e) {
            if (!isStopped) {
                LOG.error("The index could not be written; it will be tried again", e);
            }
            return false;
        }
    }

    /** @return how many rows were looked at */
    int indexBatch() {
        Integer count = transactions.execute(status -> {
            if (!entries.tryLock()) {
                return 0;
            }
            List<IndexedEntry> batch = writeIndex();
            entries.markIndexed(batch);
            return batch.size();
        });
        return count == null ? 0 : count;
    }

    private List<IndexedEntry> writeIndex() {
        try (EntityManager manager = factory.createEntityManager()) {
            List<IndexedEntry> batch = manager.createQuery(
                            "select e from IndexedEntry e where e.indexedRevision < e.revision order by e.id",
                            IndexedEntry.class)
                    .setMaxResults(BATCH)
                    .getResultList();
            var session = Search.session(manager);
            session.indexingPlanSynchronizationStrategy(IndexingPlanSynchronizationStrategy.sync());
            var plan = session.indexingPlan();
            for (IndexedEntry entry : batch) {
                if (entry.isRemoved()) {
                    plan.delete(entry);
                } else {
                    plan.addOrUpdate(entry);
                }
            }
            plan.execute();
            return batch;
        }
    }

    long indexedCount() {
        try (EntityManager manager = factory.createEntityManager()) {
            return Search.session(manager)
                    .search(IndexedEntry.class)
                    .where(f -> f.matchAll())
                    .fetchTotalHitCount();
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        isStopped = true;
        worker.interrupt();
        if (worker.isAlive()) {
            worker.join(Duration.ofSeconds(10));
        }
    }
}
