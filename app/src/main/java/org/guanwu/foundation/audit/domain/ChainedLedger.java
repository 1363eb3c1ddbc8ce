package org.guanwu.foundation.audit.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.guanwu.foundation.audit.Act;
import org.guanwu.foundation.audit.Ledger;
import org.guanwu.foundation.audit.Sm3;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Acts wait with their transaction and are chained as its last step: the chain is locked for the commit only. */
@Component
class ChainedLedger implements Ledger {

    private final LedgerRepository entries;
    private final Sm3 sm3;
    private final Clock clock;

    ChainedLedger(LedgerRepository entries, Sm3 sm3, Clock clock) {
        this.entries = entries;
        this.sm3 = sm3;
        this.clock = clock;
    }

    @Override
    public void record(Act act) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the act " + act.act() + " has no transaction to belong to");
        }
        PendingActs pending = PendingActs.ofThisTransaction().orElseGet(() -> {
            var fresh = new PendingActs(this::append);
            TransactionSynchronizationManager.registerSynchronization(fresh);
            return fresh;
        });
        pending.add(RecordedAct.of(act, sm3));
    }

    private void append(List<RecordedAct> acts) {
        LedgerRepository.Head head = entries.lockHead();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long seq = head.seq();
        String hash = head.hash();
        var links = new ArrayList<LedgerEntry>(acts.size());
        for (RecordedAct act : acts) {
            LedgerEntry entry = LedgerEntry.following(seq, hash, at, act, sm3);
            links.add(entry);
            seq = entry.seq();
            hash = entry.hash();
        }
        entries.insert(links);
    }
}
