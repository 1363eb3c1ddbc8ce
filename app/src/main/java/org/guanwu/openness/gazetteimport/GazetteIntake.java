package org.guanwu.openness.gazetteimport;

import java.util.Optional;
import org.guanwu.foundation.identity.Actor;

/** Importing a list without a page: other systems, the demo. Checks, gate and worker are those of the page. */
public interface GazetteIntake {

    /** Uploads the list and takes the guessed mapping of its columns; the same command gives the same batch. */
    long open(Actor editor, String commandId, String fileName, byte[] content);

    /** 送审, once the dry run is done; empty while it goes on */
    Optional<Long> submit(Actor editor, long batchId);

    boolean isDone(long batchId);
}
