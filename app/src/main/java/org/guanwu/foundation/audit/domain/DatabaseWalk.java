package org.guanwu.foundation.audit.domain;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.guanwu.foundation.audit.LedgerInspection;
import org.guanwu.foundation.audit.Sm3;
import org.guanwu.foundation.audit.domain.BrokenLink.Kind;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the first entry to a head that was taken before, in batches: the chain may go on growing meanwhile. */
public final class DatabaseWalk {

    private static final int BATCH = 2000;

    private DatabaseWalk() {}

    public static LedgerInspection.Report inspect(DataSource database, Sm3 sm3) {
        var entries = new LedgerRepository(JdbcClient.create(database), new JdbcTemplate(database));
        var chain = new ChainCheck(sm3, 0, LedgerEntry.GENESIS);
        String broken = walk(entries, chain, entries.head().seq())
                .map(BrokenLink::sentence)
                .orElse(null);
        return new LedgerInspection.Report(chain.count(), chain.headHash(), broken);
    }

    static Optional<BrokenLink> walk(LedgerRepository entries, ChainCheck chain, long to) {
        while (chain.headSeq() < to) {
            List<LedgerEntry> batch = entries.list(chain.headSeq(), to, BATCH);
            if (batch.isEmpty()) {
                return Optional.of(new BrokenLink(
                        chain.headSeq() + 1, Kind.MISSING, Long.toString(to), Long.toString(chain.headSeq())));
            }
            for (LedgerEntry entry : batch) {
                Optional<BrokenLink> broken = chain.accept(entry);
                if (broken.isPresent()) {
                    return broken;
                }
            }
        }
        return Optional.empty();
    }
}
