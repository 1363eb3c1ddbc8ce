package org.guanwu.foundation.audit.domain;

import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.audit.Sm3;
import org.guanwu.foundation.shared.Matter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger without the application around it. */
public final class TestLedger {

    private TestLedger() {}

    public static Ledger on(DataSource database) {
        return new ChainedLedger(
                new LedgerRepository(JdbcClient.create(database), new JdbcTemplate(database)),
                Sm3.bouncyCastle(),
                Clock.systemUTC());
    }

    public static void fill(Ledger ledger, int acts) {
        for (int i = 1; i <= acts; i++) {
            ledger.record(Act.bySystem("test.acted", new Matter("test", i), Map.of("n", Integer.toString(i))));
        }
    }
}
