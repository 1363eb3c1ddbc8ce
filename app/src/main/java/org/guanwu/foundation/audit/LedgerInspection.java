package org.guanwu.foundation.audit;

import javax.sql.DataSource;
import org.guanwu.foundation.audit.domain.DatabaseWalk;
import org.jspecify.annotations.Nullable;

/** Verifies the ledger in a database without a running application: after a restore. */
public final class LedgerInspection {

    private LedgerInspection() {}

    /** @param broken the first broken link in words; null when the chain holds */
    public record Report(
            long count, String headHash, @Nullable String broken) {}

    public static Report inspect(DataSource database) {
        return DatabaseWalk.inspect(database, Sm3.bouncyCastle());
    }
}
