package org.guanwu.foundation.audit;

import java.io.IOException;
import java.io.OutputStream;

/** The whole ledger in the form that {@link LedgerVerifier} reads; for the backup and the auditor. */
public interface LedgerExports {

    /** Closes the stream. @return the number of entries */
    long write(OutputStream target) throws IOException;
}
