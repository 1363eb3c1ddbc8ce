package org.guanwu.openness.gazetteimport.domain;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Goes through the batches that have something to do, a step of each in turn, until none has. It asks the database, not
 * its memory: after a kill the next start finds the same rows waiting. Several nodes share the batches.
 */
@Component
public class ImportWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final int STEP = 200;

    private final ImportWork work;
    private final AtomicBoolean isRunning = new AtomicBoolean();

    ImportWorker(ImportWork work) {
        this.work = work;
    }

    @Scheduled(fixedDelayString = "${guanwu.gazette-import.look-every:PT1S}")
    public void run() {
        if (!isRunning.compareAndSet(false, true)) {
            return;
        }
        try {
            long worked = step(0);
            while (worked >= 0) {
                // the turn goes to the next batch, and behind the last one to the first again
                long next = step(worked);
                worked = next < 0 ? step(0) : next;
            }
        } finally {
            isRunning.set(false);
        }
    }

    private long step(long afterId) {
        try {
            return work.step(afterId, STEP);
        } catch (TransientDataAccessException | CannotCreateTransactionException later) {
            LOG.warn("The database could not take a step of an import; it will be tried again", later);
            return -1;
        } catch (RuntimeException together) {
            LOG.warn("A step of an import failed as a whole; its rows are taken one by one", together);
            return oneByOne(afterId);
        }
    }

    private long oneByOne(long afterId) {
        long batch = afterId;
        for (int i = 0; i < STEP; i++) {
            try {
                batch = work.step(afterId, 1);
                if (batch < 0) {
                    return -1;
                }
            } catch (TransientDataAccessException | CannotCreateTransactionException later) {
                return -1;
            } catch (RuntimeException alone) {
                LOG.error("A row of an import could not be worked on and is set aside", alone);
                long failed = work.nextToWork(afterId);
                if (failed < 0) {
                    return -1;
                }
                work.putAside(failed);
                batch = failed;
            }
        }
        return batch;
    }
}
