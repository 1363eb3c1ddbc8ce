package org.guanwu.foundation.audit.domain;

import java.time.Instant;
import java.util.Optional;
import org.guanwu.foundation.audit.Sm3;
import org.guanwu.foundation.audit.domain.BrokenLink.Kind;
import org.jspecify.annotations.Nullable;

/** Walks a chain entry by entry; knows neither database nor file, so both are checked by the same rules. */
public final class ChainCheck {

    private final Sm3 sm3;
    private long seq;
    private String hash;
    private long count;
    private long backwards;
    private @Nullable Instant latest;

    /** @param afterSeq the entry before the first one to come, 0 at the beginning of the ledger */
    public ChainCheck(Sm3 sm3, long afterSeq, String afterHash) {
        this.sm3 = sm3;
        this.seq = afterSeq;
        this.hash = afterHash;
    }

    /** @return the broken link when this entry does not continue what came before; then the walk is over */
    public Optional<BrokenLink> accept(LedgerEntry entry) {
        if (entry.seq() > seq + 1) {
            return broken(seq + 1, Kind.MISSING, Long.toString(seq + 1), Long.toString(entry.seq()));
        }
        if (entry.seq() <= seq) {
            return broken(entry.seq(), Kind.OUT_OF_ORDER, Long.toString(seq + 1), Long.toString(entry.seq()));
        }
        if (!entry.previousHash().equals(hash)) {
            return broken(entry.seq(), Kind.PREVIOUS, hash, entry.previousHash());
        }
        String computed = entry.computedHash(sm3);
        if (!entry.hash().equals(computed)) {
            return broken(entry.seq(), Kind.CONTENT, computed, entry.hash());
        }
        seq = entry.seq();
        hash = entry.hash();
        count++;
        if (latest != null && entry.at().isBefore(latest)) {
            backwards++;
        } else {
            latest = entry.at();
        }
        return Optional.empty();
    }

    private static Optional<BrokenLink> broken(long seq, Kind kind, String expected, String found) {
        return Optional.of(new BrokenLink(seq, kind, expected, found));
    }

    /** entries found good so far */
    public long count() {
        return count;
    }

    public long headSeq() {
        return seq;
    }

    public String headHash() {
        return hash;
    }

    /** entries earlier than one before them: not a broken link (a machine's clock was put right), but worth a look */
    public long backwards() {
        return backwards;
    }
}
